import { HTTPException } from 'hono/http-exception';
import type { WebContext } from '../web-env.js';
import type { AskedTask } from './answer-form.js';
import { fieldName, type Draft } from './draft.js';

/** A file that a browser sent with the form. */
export interface Upload {
  readonly task: number;
  readonly name: string;
  readonly media: string;
  readonly bytes: Buffer;
}

/** A page as the browser posted it. */
export interface PostedPage {
  readonly draft: Draft;
  readonly uploads: readonly Upload[];
  /** Hashes of files that are to be left out, by task. */
  readonly dropped: ReadonlyMap<number, readonly string[]>;
  readonly act: 'submit' | 'draft';
}

/** Without the files; a page of nine tasks filled to the brim has a third of it. */
const mostWords = 512 * 1024;

type Body = Readonly<Record<string, string | File | (string | File)[]>>;

/** Reads the page; inputs that only the office writes are not taken from it. */
export async function postedPage(c: WebContext, tasks: readonly AskedTask[]): Promise<PostedPage> {
  const body: Body = await c.req.parseBody({ all: true });
  const first = (name: string) => wordsOf(body, name)[0] ?? '';
  const draft = Object.keys(body).flatMap((name) => (/\.(files|file|drop)$/.test(name) ? [] : [[name, first(name)]]));
  const words = Object.fromEntries(draft) as Draft;
  if (JSON.stringify(words).length > mostWords) throw new HTTPException(413);
  return {
    draft: words,
    uploads: (await Promise.all(tasks.map(({ number }) => uploadsOf(body, number)))).flat(),
    dropped: new Map(tasks.map(({ number }) => [number, wordsOf(body, fieldName(number, 'drop'))])),
    act: first('act') === 'draft' ? 'draft' : 'submit',
  };
}

function all(body: Body, name: string): readonly (string | File)[] {
  const given = Object.hasOwn(body, name) ? body[name] : undefined;
  return given === undefined ? [] : Array.isArray(given) ? given : [given];
}

function wordsOf(body: Body, name: string): readonly string[] {
  return all(body, name).filter((one) => typeof one === 'string');
}

/** A file input that was left alone posts one nameless file of no bytes. */
async function uploadsOf(body: Body, task: number): Promise<readonly Upload[]> {
  const files = all(body, fieldName(task, 'file')).filter((one) => typeof one !== 'string');
  const sent = files.filter(({ name, size }) => name !== '' || size > 0);
  return Promise.all(
    sent.map(async (file) => ({
      task,
      name: bareName(file.name),
      media: file.type || 'application/octet-stream',
      bytes: Buffer.from(await file.arrayBuffer()),
    })),
  );
}

/** Old browsers send the whole path. */
function bareName(given: string): string {
  const name = given
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .trim();
  return name.length <= 120 ? name : `${name.slice(0, 100)}${/\.\w{1,8}$/.exec(name)?.[0] ?? ''}`;
}
