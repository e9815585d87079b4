import type { BulletinEntry } from '../domain/board.js';
import { bulletinText } from './bulletin-text.js';
import { table } from './table.js';
import type { Words } from './words.js';

export function printBulletins(entries: readonly BulletinEntry[], zone: string, { bulletins, names }: Words): string {
  if (entries.length === 0) return bulletins.none;
  const rows = entries.map(({ round, version, issue, state, title, composedAt, publishedAt, path }) => [
    round,
    bulletins.version(version),
    bulletins.issue(issue),
    names.bulletinStates[state],
    names.instant(zone, publishedAt ?? composedAt),
    title,
    state === 'published' ? path : bulletins.noFile,
  ]);
  return table(bulletins.head, rows);
}

/** The page as text, and where the page itself lies; a draft has no file yet. */
export function printBulletin(entry: BulletinEntry, page: string, { bulletins, names }: Words): string {
  const head = bulletins.shown(names.roundShort(entry.round), entry.version, names.bulletinStates[entry.state]);
  const where = entry.state === 'published' ? bulletins.file(entry.path) : bulletins.asWord(entry.round);
  return [head, where, '', bulletinText(page)].join('\n');
}
