import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inBoth } from '../../domain/sentence.js';
import { syncPath } from '../embedded/durable-file-system.js';
import { refusal } from '../refusal.js';
import { refusalWords } from '../refusal-words.js';
import type { Db } from '../schema.js';

interface Mark {
  readonly destination: string;
  readonly at: string;
}

const markOf = (folder: string): string => join(folder, 'moved.json');

/** So that nobody starts an office over the copy that was left behind. */
export function markFolderMoved(folder: string, mark: Mark): void {
  const path = markOf(folder);
  writeFileSync(path, `${JSON.stringify(mark)}\n`);
  syncPath(path);
  syncPath(dirname(path));
}

/** What came back is in use again. */
export const unmarkFolder = (folder: string): void => rmSync(markOf(folder), { force: true });

export async function unmarkServer(db: Db): Promise<void> {
  await db.deleteFrom('moved').execute();
}

export const wasFolderMoved = (folder: string): boolean => existsSync(markOf(folder));

export function refuseMovedFolder(folder: string): void {
  if (!wasFolderMoved(folder)) return;
  const mark: Mark = JSON.parse(readFileSync(markOf(folder), 'utf8'));
  throw refusal(inBoth(refusalWords, (words) => words.movedFolder(folder, mark.at, mark.destination, markOf(folder))));
}

export async function markServerMoved(db: Db, mark: Mark): Promise<void> {
  await db.insertInto('moved').values(mark).execute();
}

export async function refuseMovedServer(db: Db, where: string): Promise<void> {
  const mark = await db.selectFrom('moved').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst();
  if (mark === undefined) return;
  throw refusal(inBoth(refusalWords, ({ movedServer }) => movedServer(where, mark.at, mark.destination)));
}
