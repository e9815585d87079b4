import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LetterEntry, LetterPaper } from '../domain/board.js';
import { letterName } from '../domain/letter-names.js';
import type { LetterFilter } from './board.js';
import type { ClientDeps } from './client-deps.js';
import { letterIndex } from './letter-index.js';
import { mistake } from './mistake.js';
import { writeNewFile } from './new-file.js';
import type { ReadOptions } from './options.js';
import type { ReadContext } from './order-context.js';
import { report } from './report.js';

/** `letters export`: a batch for 公文交换, a Word document a letter, and the list of them. */
export async function exportLetters(
  deps: ClientDeps,
  { board, campaign }: ReadContext,
  filter: Omit<LetterFilter, 'campaign'>,
  options: ReadOptions & { readonly to: string },
): Promise<void> {
  const { words } = deps;
  const all = await board.letters({ campaign: campaign.id, ...filter });
  const ready = all.filter(isWritten);
  if (ready.length === 0) throw mistake(words.nothingToExport);
  const folder = await emptyFolder(options.to, deps);
  const taken = new Set<string>();
  const exported: { readonly file: string; readonly paper: LetterPaper }[] = [];
  for (const { id } of ready) {
    const paper = await board.letterPaper(id);
    const file = fileName(paper, taken);
    await writeNewFile(join(folder, file), Buffer.from(paper.file, 'base64'), words);
    exported.push({ file, paper });
  }
  await writeNewFile(join(folder, '目录.csv'), letterIndex(exported), words);
  const left = all.length - ready.length;
  report(deps, options, { folder, files: exported.map(({ file }) => file), left }, () =>
    words.lettersExported(exported.length, folder, left),
  );
}

/** What has words: it went, or it is a 督办函 or a call list that is laid before somebody. */
function isWritten({ kind, state, subject }: LetterEntry): boolean {
  if (kind === 'bulletin' || state === 'cancelled' || state === 'lapsed') return false;
  return subject !== null || kind === 'calls' || (kind === 'escalation' && state === 'drafted');
}

async function emptyFolder(given: string, { words }: ClientDeps): Promise<string> {
  const folder = resolve(given);
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length === 0) return folder;
  } catch (cause) {
    throw mistake(words.cannotWrite(folder), cause);
  }
  throw mistake(words.folderNotEmpty(folder));
}

/** 〈文号或日期〉-〈单位〉-〈文种〉.docx, without what a file system or a mail gateway refuses. */
function fileName({ number, date, addressee, kind }: LetterPaper, taken: Set<string>): string {
  const parts = [number ?? date.replaceAll('-', ''), addressee, letterName(kind)].filter(Boolean);
  const name = parts
    .join('-')
    .replaceAll(/[\\/:*?"<>|\s\p{Cc}]/gu, '')
    .slice(0, 80);
  let [file, nth] = [`${name}.docx`, 1];
  while (taken.has(file)) file = `${name}-${(nth += 1)}.docx`;
  taken.add(file);
  return file;
}
