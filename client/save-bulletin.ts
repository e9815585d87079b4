import { extname } from 'node:path';
import type { BulletinEntry } from '../domain/board.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import { writeNewFile } from './new-file.js';
import type { ReadOptions } from './options.js';
import type { ReadContext } from './order-context.js';
import { report } from './report.js';

/** `bulletin show --to`: the version as a Word document or a page, by the file's ending. */
export async function saveBulletin(
  deps: ClientDeps,
  { board, campaign }: ReadContext,
  { round, version }: BulletinEntry,
  options: ReadOptions & { readonly to: string },
): Promise<void> {
  const { words } = deps;
  const of = [campaign.id, round, version] as const;
  const path = await writeNewFile(options.to, await content(), words);
  report(deps, options, { round, version, path }, () => words.bulletinSaved(round, version, path));

  function content(): Promise<string | Buffer> {
    switch (extname(options.to).toLowerCase()) {
      case '.docx':
        return board.bulletinDocx(...of);
      case '.html':
        return board.bulletinPage(...of);
      default:
        throw mistake(words.badBulletinFile(options.to));
    }
  }
}
