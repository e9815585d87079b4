import type { Path } from '../finding.js';
import { isNothing, textOfCell } from './cell-text.js';
import { chosen, partyKinds, relations } from './choice-words.js';
import { guessedKind, guessedRelation } from './guess-party.js';
import { itemsOf } from './list-words.js';
import { addressesIn, writtenPost, type WrittenPost } from './post-words.js';
import { present, type TableRow } from './table-row.js';
import { isSection, skippable } from './table-rows.js';

/** The parties of a sheet's rows, appended to those of the sheets before. */
export function readParties(rows: readonly TableRow[], parties: Record<string, unknown>[]): void {
  let isOpen = false;
  for (const row of rows) {
    if (isSection(row) && row.isBlank('name')) continue;
    if (isOpen && row.isBelow('name') && row.isBelow('code')) continueParty(row, parties);
    else if (!skippable(row, ['liaison-a', 'liaison-a.email'])) {
      parties.push(partyOf(row, ['parties', parties.length]));
      isOpen = true;
    }
  }
}

function partyOf(row: TableRow, path: Path): Record<string, unknown> {
  row.book.places.put(path, row.place('name'));
  const name = row.line('name', [...path, 'name']);
  const fullName = row.optional('fullName', [...path, 'fullName']);
  const called = name ?? fullName;
  const liaisons = liaisonsOf(row, [...path, 'liaisons']);
  const kind = kindOf(row, [...path, 'kind'], called);
  return present({
    code: codeOf(row, [...path, 'code'], liaisons),
    name: called,
    fullName,
    aliases: itemsOf(
      row.optional('aliases', [...path, 'aliases']) === undefined ? '' : textOfCell(row.cell('aliases')),
    ),
    kind,
    relation: relationOf(row, [...path, 'relation'], called, kind),
    region: row.optional('region', [...path, 'region']),
    mailDomains: itemsOf(row.optional('mailDomains', [...path, 'mailDomains'])?.normalize('NFKC') ?? ''),
    liaisons,
    section: postOf(row, 'section', [...path, 'section'], '承办处室'),
    office: postOf(row, 'office', [...path, 'office'], '单位办公室'),
    head: postOf(row, 'head', [...path, 'head'], '分管负责人'),
  });
}

/** Without a code of its own, a party has the liaison's address up to the first dot or @. */
function codeOf(row: TableRow, path: Path, liaisons: readonly WrittenPost[]): string | undefined {
  const code = row.optional('code', path);
  if (code !== undefined) return code.normalize('NFKC');
  row.put(path, row.has('liaison-a.email') ? 'liaison-a.email' : 'liaison-a');
  return liaisons[0]?.email?.split(/[.@]/u)[0]?.toLowerCase();
}

function kindOf(row: TableRow, path: Path, name: string | undefined): string | undefined {
  const word = row.line('kind', path);
  if (word !== undefined) return chosen(partyKinds, word);
  return row.has('kind') || name === undefined ? undefined : guessedKind(name);
}

function relationOf(row: TableRow, path: Path, name = '', kind = ''): string | undefined {
  const word = row.line('relation', path);
  if (word !== undefined) return chosen(relations, word);
  return row.has('relation') ? undefined : guessedRelation(name, kind);
}

/** One column may name both: 张三、李四 with two addresses. */
function liaisonsOf(row: TableRow, path: Path): WrittenPost[] {
  const first = severalPosts(row, path);
  const second = postOf(row, 'liaison-b', [...path, first.length], '联络员B');
  return second === undefined ? first : [...first, second];
}

function severalPosts(row: TableRow, path: Path): WrittenPost[] {
  const emails = addressesIn(textOfCell(row.cell('liaison-a.email')) || textOfCell(row.cell('liaison-a')));
  if (emails.length < 2) {
    const only = postOf(row, 'liaison-a', [...path, 0], '联络员A');
    return only === undefined ? [] : [only];
  }
  const names = row.has('liaison-a.email') ? itemsOf(textOfCell(row.cell('liaison-a'))) : [];
  const phone = phoneOf(row, 'liaison-a', [...path, 0]);
  return emails.map((email, index) => {
    placePost(row, 'liaison-a', [...path, index]);
    return { name: names[index] ?? `联络员${'ABCDEFGH'[index] ?? ''}`, email, ...(index === 0 ? phone : {}) };
  });
}

function placePost(row: TableRow, key: string, path: Path): void {
  const mail = row.has(`${key}.email`) ? `${key}.email` : key;
  row.put(path, row.isBlank(key) ? mail : key);
  row.put([...path, 'name'], row.has(key) ? key : mail);
  row.put([...path, 'email'], mail);
  row.put([...path, 'phone'], `${key}.phone`);
}

/** A post of one or two cells; one without a name is called what its column is called. */
function postOf(row: TableRow, key: string, path: Path, called: string): WrittenPost | undefined {
  placePost(row, key, path);
  const [named, mailed] = [row.cell(key), row.cell(`${key}.email`)].map((cell) =>
    isNothing(cell) ? '' : textOfCell(cell),
  );
  if (!named && !mailed) return undefined;
  const phone = phoneOf(row, key, path);
  if (!mailed) return { name: called, ...writtenPost(named ?? ''), ...phone };
  const email = mailed
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^mailto:/iu, '');
  return { name: row.line(key, [...path, 'name']) ?? called, email, ...phone };
}

function phoneOf(row: TableRow, key: string, path: Path): Pick<WrittenPost, 'phone'> {
  const phone = row.optional(`${key}.phone`, [...path, 'phone']);
  return phone === undefined ? {} : { phone };
}

/** A second row of one party names its second liaison. */
function continueParty(row: TableRow, parties: Record<string, unknown>[]): void {
  const index = parties.length - 1;
  const party = parties[index] ?? {};
  const liaisons = (party['liaisons'] as WrittenPost[] | undefined) ?? [];
  const isOwn = !row.isBelow('liaison-a') || !row.isBelow('liaison-a.email');
  const next = isOwn ? postOf(row, 'liaison-a', ['parties', index, 'liaisons', liaisons.length], '联络员B') : undefined;
  if (next !== undefined) party['liaisons'] = [...liaisons, next];
}
