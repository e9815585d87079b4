import { nearest } from '../nearest.js';
import { checkTarget } from './check-target.js';
import type { Finding, Path } from './finding.js';
import type { PartyIndex } from './party-index.js';
import { listOf, rowOf, rowsOf, shown, textOf, type RawRow } from './raw.js';
import { subjectOf } from './subject.js';

/** What a task must agree with outside its own row: numbers, parties, the campaign's areas and principles, its targets. */
export function checkTasks(root: RawRow, parties: PartyIndex): Finding[] {
  const rows = rowsOf(root, 'tasks');
  return [
    ...doubledNumbers(rows),
    ...rows.flatMap((row, index) => [...checkTask(row, ['tasks', index], root, parties)]),
  ];
}

function doubledNumbers(rows: readonly unknown[]): Finding[] {
  const owners = new Map<number, Path>();
  return rows.flatMap((row, index): Finding[] => {
    const number = rowOf(row)['number'];
    if (typeof number !== 'number') return [];
    const path = ['tasks', index, 'number'];
    const other = owners.get(number);
    owners.set(number, other ?? path);
    if (other === undefined) return [];
    const message = `任务序号 ${number} 用了两次：序号应各不相同；请改其中一个。`;
    return [{ code: 'duplicate-number', path, message, other }];
  });
}

function* checkTask(row: unknown, path: Path, root: RawRow, parties: PartyIndex): Generator<Finding> {
  const subject = subjectOf(root, path);
  yield* checkListed(row, path, root, { key: 'area', list: 'areas', label: '领域', code: 'unknown-area' });
  yield* checkListed(row, path, root, {
    key: 'principle',
    list: 'principles',
    label: '原则',
    code: 'unknown-principle',
  });
  if (rowsOf(root, 'parties').length > 0) yield* checkReferences(row, path, subject, parties);
  const deadline = textOf(row, 'deadline');
  for (const [index, target] of listOf(rowOf(row)['targets']).entries()) {
    yield* checkTarget(target, [...path, 'targets', index], subject, deadline);
  }
}

interface Listed {
  readonly key: 'area' | 'principle';
  readonly list: 'areas' | 'principles';
  readonly label: string;
  readonly code: 'unknown-area' | 'unknown-principle';
}

function* checkListed(row: unknown, path: Path, root: RawRow, { key, list, label, code }: Listed): Generator<Finding> {
  const text = textOf(row, key);
  const known = listOf(rowOf(root['campaign'])[list]).filter((name) => typeof name === 'string');
  if (text === undefined || known.length === 0 || known.some((name) => name.trim() === text)) return;
  const meant = nearest(text, known);
  const advice = meant === undefined ? '' : `是否应为“${meant}”？`;
  const message = `${subjectOf(root, path)}的${label}${shown(text)}不在行动设置的 ${list} 之列（${known.join('、')}）：${advice}请改正，或先补入该列表。`;
  yield { code, path: [...path, key], message };
}

function* checkReferences(row: unknown, path: Path, subject: string, parties: PartyIndex): Generator<Finding> {
  const seen = new Map<string, Path>();
  for (const { word, label, at } of references(row, path)) {
    const code = parties.codeOf(word);
    if (code === undefined) {
      yield unknownParty(word, at, `${subject}的${label}`, parties);
      continue;
    }
    const other = seen.get(code);
    seen.set(code, other ?? at);
    if (other === undefined) continue;
    const message = `${subject}的${label}${shown(word)}已在牵头或配合单位中：一个单位只算一次；请删去重复的。`;
    yield { code: 'repeated-support', path: at, message, other };
  }
}

interface Reference {
  readonly word: string;
  readonly label: string;
  readonly at: Path;
}

function references(row: unknown, path: Path): Reference[] {
  return (['lead', 'support'] as const).flatMap((key) => {
    const value = rowOf(row)[key];
    const label = key === 'lead' ? '牵头单位' : '配合单位';
    return listOf(value).flatMap((word, index): Reference[] =>
      typeof word === 'string' && word.trim() !== ''
        ? [{ word, label, at: Array.isArray(value) ? [...path, key, index] : [...path, key] }]
        : [],
    );
  });
}

/** The finding for a party nobody knows, with the nearest one that is known. */
export function unknownParty(word: string, path: Path, called: string, parties: PartyIndex): Finding {
  const meant = parties.suggest(word);
  const several = /[、，,；;/]/u.test(word) ? '多个单位请写成列表 [甲, 乙]；' : '';
  const advice = meant === undefined ? '' : `是否应为“${meant}”？`;
  const message = `${called}${shown(word)}不在单位名单中：应为单位的代码、简称、全称或别名；${several}${advice}请改正，或先补入该单位。`;
  return { code: 'unknown-party', path, message };
}
