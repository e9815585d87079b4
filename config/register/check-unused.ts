import type { Finding } from './finding.js';
import type { PartyIndex } from './party-index.js';
import { listOf, rowOf, rowsOf, shown, textOf, type RawRow } from './raw.js';

/** Parties that no task names. Cities often have none of their own and are told of together. */
export function checkUnused(root: RawRow, parties: PartyIndex): Finding[] {
  const words = rowsOf(root, 'tasks').flatMap((task) => [
    ...listOf(rowOf(task)['lead']),
    ...listOf(rowOf(task)['support']),
  ]);
  const used = new Set(words.map((word) => (typeof word === 'string' ? parties.codeOf(word) : undefined)));
  // Who is meant by a misspelt name is not known yet: it may be any of those that seem unused.
  if (used.has(undefined)) return [];
  const unused = rowsOf(root, 'parties')
    .map((row, index) => ({ row, path: ['parties', index] }))
    .filter(({ row }) => !used.has(textOf(row, 'code') ?? textOf(row, 'name')));
  const cities = unused.filter(({ row }) => textOf(row, 'kind') === 'city');
  const others = unused.filter(({ row }) => textOf(row, 'kind') !== 'city');
  return [
    ...others.map(({ row, path }) => unusedParty(`单位${nameOf(row)}没有`, path)),
    ...(cities[0]
      ? [unusedParty(`${cities.length} 个市（${namesOf(cities.map(({ row }) => row))}）没有`, cities[0].path)]
      : []),
  ];
}

function unusedParty(who: string, path: readonly (string | number)[]): Finding {
  return { code: 'party-unused', path, message: `${who}牵头或配合任何任务，不会收到调度通知；请核对。` };
}

const nameOf = (row: unknown): string => shown(textOf(row, 'name') ?? textOf(row, 'code') ?? '');

function namesOf(rows: readonly unknown[]): string {
  const names = rows.slice(0, 3).map((row) => textOf(row, 'name') ?? textOf(row, 'code') ?? '');
  return `${names.join('、')}${rows.length > names.length ? '等' : ''}`;
}
