import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TaskHistory } from '../domain/board.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import { writeNewFile } from './new-file.js';
import type { ReadContext } from './order-context.js';

/** `task N --files FOLDER`: what came with its last answer on the form, under the names it came with. Their paths. */
export async function saveAttachments(
  { words }: ClientDeps,
  { board, campaign }: ReadContext,
  { number, answers }: TaskHistory,
  given: string,
): Promise<readonly string[]> {
  const last = answers.at(-1);
  const files = last?.content.files ?? [];
  if (!last || files.length === 0) throw mistake(words.noAttachments(number));
  const folder = resolve(given);
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw mistake(words.cannotWrite(folder), cause);
  });
  const paths: string[] = [];
  for (const [index, { name, hash }] of files.entries()) {
    const bytes = await board.answerFile(campaign.id, hash);
    const file = `${number}-v${last.version}-${index + 1}-${name.replaceAll(/[\\/\p{Cc}]/gu, '_')}`;
    paths.push(await writeNewFile(join(folder, file), bytes, words));
  }
  return paths;
}
