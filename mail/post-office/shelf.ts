import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvelopeFile, writeEnvelopeFile, type EnvelopeFile } from './envelope-file.js';
import { readHead, type LetterHead } from './letter-head.js';

export interface LetterMeta extends LetterHead {
  readonly id: string;
  readonly receivedAt: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly bytes: number;
}

/** Somebody opened a letter in their mailbox. */
export interface ReadMark {
  readonly read: string;
  readonly as: string;
}

export interface Shelf {
  readonly store: (mail: EnvelopeFile) => Promise<LetterMeta>;
  readonly fetch: (id: string) => Promise<Buffer>;
  readonly mark: (mark: ReadMark) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface OpenedShelf {
  readonly shelf: Shelf;
  readonly letters: readonly LetterMeta[];
  readonly marks: readonly ReadMark[];
}

const metaOf = (id: string, { from, to, at, raw }: EnvelopeFile): LetterMeta => ({
  id,
  receivedAt: at,
  envelopeFrom: from,
  envelopeTo: to,
  bytes: raw.length,
  ...readHead(raw),
});

const parseLine = (line: string): readonly (LetterMeta | ReadMark)[] => {
  try {
    return [JSON.parse(line) as LetterMeta | ReadMark];
  } catch {
    // Torn by a crash: the letter's own file says the same and is read again.
    return [];
  }
};

const readIndex = async (path: string): Promise<readonly (LetterMeta | ReadMark)[]> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => (line ? parseLine(line) : []));
};

/** Letters whose file was written while the index was not, and files that a crash left half written. */
const reconcile = async (folder: string, known: ReadonlyMap<string, LetterMeta>): Promise<readonly LetterMeta[]> => {
  const names = await readdir(folder);
  for (const name of names.filter((candidate) => candidate.endsWith('.tmp'))) await rm(join(folder, name));
  const missing = names.filter((name) => /^\d+\.eml$/.test(name) && !known.has(name.slice(0, -4)));
  const found: LetterMeta[] = [];
  // One after the other: a lost index means thousands of files, more than may be open at once.
  for (const name of missing) found.push(metaOf(name.slice(0, -4), await readEnvelopeFile(join(folder, name))));
  return found;
};

const isMark = (entry: LetterMeta | ReadMark): entry is ReadMark => 'read' in entry;

const highestNumber = (letters: readonly LetterMeta[]): number =>
  letters.reduce((highest, { id }) => Math.max(highest, Number(id)), 0);

/** Every letter as an .eml file, and one sidecar line each, so that a start need not open thousands of files. */
export const openShelf = async (folder: string): Promise<OpenedShelf> => {
  const letterFolder = join(folder, 'letters');
  await mkdir(letterFolder, { recursive: true });
  const entries = await readIndex(join(folder, 'index.jsonl'));
  const indexed = new Map(entries.flatMap((entry) => (isMark(entry) ? [] : [[entry.id, entry]])));
  const found = await reconcile(letterFolder, indexed);
  const letters = [...indexed.values(), ...found].toSorted((a, b) => a.id.localeCompare(b.id));

  const index = await open(join(folder, 'index.jsonl'), 'a');
  const note = (line: LetterMeta | ReadMark): Promise<void> => index.appendFile(`${JSON.stringify(line)}\n`);
  // An empty line first: what a crash tore off must not swallow the next entry.
  await index.appendFile('\n');
  for (const letter of found) await note(letter);

  const path = (id: string): string => join(letterFolder, `${id}.eml`);
  let number = highestNumber(letters);
  return {
    letters,
    marks: entries.filter(isMark),
    shelf: {
      store: async (mail) => {
        number += 1;
        const id = String(number).padStart(8, '0');
        await writeEnvelopeFile(path(id), mail);
        const meta = metaOf(id, mail);
        await note(meta);
        return meta;
      },
      fetch: async (id) => (await readEnvelopeFile(path(id))).raw,
      mark: note,
      close: () => index.close(),
    },
  };
};
