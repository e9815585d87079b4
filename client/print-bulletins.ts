import type { BulletinEntry } from '../domain/board.js';
import { htmlToText } from '../mail/read/html-text.js';
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
    path,
  ]);
  return table(bulletins.head, rows);
}

/** The page as text, and where the page itself lies. */
export function printBulletin(entry: BulletinEntry, page: string, { bulletins, names }: Words): string {
  const text = htmlToText(page)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  const head = bulletins.shown(names.roundShort(entry.round), entry.version, names.bulletinStates[entry.state]);
  return [head, bulletins.file(entry.path), '', text].join('\n');
}
