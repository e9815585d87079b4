import { sameWord } from '../nearest.js';
import type { Finding, Path } from './finding.js';
import { listOf, rowOf, rowsOf, shown, textOf, type RawRow } from './raw.js';
import { subjectOf } from './subject.js';

interface Word {
  readonly text: string;
  readonly path: Path;
}

const lonePosts = ['section', 'office', 'head'] as const;

/** What only the parties taken together show: doubled codes, names and addresses; and what each party lacks. */
export function checkParties(root: RawRow): Finding[] {
  const rows = rowsOf(root, 'parties');
  const each = rows.flatMap((row, index) => [...checkPosts(row, ['parties', index], root)]);
  return [
    ...clashes(rows, codesOf, 'duplicate-code', '单位代码', root),
    ...clashes(rows, namesOf, 'duplicate-name', '单位名称', root),
    ...clashes(rows, addressesOf, 'duplicate-email', '邮箱', root),
    ...each,
  ];
}

function clashes(
  rows: readonly unknown[],
  words: (row: unknown, path: Path) => readonly Word[],
  code: 'duplicate-code' | 'duplicate-name' | 'duplicate-email',
  label: string,
  root: RawRow,
): Finding[] {
  const owners = new Map<string, { index: number; path: Path }>();
  const found: Finding[] = [];
  for (const [index, row] of rows.entries()) {
    for (const { text, path } of words(row, ['parties', index])) {
      const owner = owners.get(sameWord(text));
      if (owner === undefined) owners.set(sameWord(text), { index, path });
      else if (owner.index !== index) {
        const message = `${subjectOf(root, path)}的${label}${shown(text)}与${subjectOf(root, owner.path)}的重复：应各不相同；请改其中一个。`;
        found.push({ code, path, message, other: owner.path });
      }
    }
  }
  return found;
}

function codesOf(row: unknown, path: Path): Word[] {
  const text = textOf(row, 'code');
  return text === undefined ? [] : [{ text, path: [...path, 'code'] }];
}

/** A name used twice within one party is no clash: an office lists the short name among the aliases. */
function namesOf(row: unknown, path: Path): Word[] {
  const aliases = listOf(rowOf(row)['aliases']).map((text, index) => ({ text, path: [...path, 'aliases', index] }));
  const names = (['name', 'fullName'] as const).map((key) => ({ text: textOf(row, key), path: [...path, key] }));
  return [...names, ...aliases].flatMap(({ text, path: at }) => (typeof text === 'string' ? [{ text, path: at }] : []));
}

function addressesOf(row: unknown, path: Path): Word[] {
  const liaisons = listOf(rowOf(row)['liaisons']).map((post, index) => ({ post, at: [...path, 'liaisons', index] }));
  const others = lonePosts.map((key) => ({ post: rowOf(row)[key], at: [...path, key] }));
  return [...liaisons, ...others].flatMap(({ post, at }) => {
    const text = textOf(post, 'email');
    return text === undefined ? [] : [{ text, path: [...at, 'email'] }];
  });
}

function* checkPosts(row: unknown, path: Path, root: RawRow): Generator<Finding> {
  const subject = subjectOf(root, path);
  const liaisons = listOf(rowOf(row)['liaisons']);
  if (liaisons.length > 2) {
    const message = `${subject}写了 ${liaisons.length} 个联络员：最多两个（A、B）；请只留两个。`;
    yield { code: 'too-many-liaisons', path: [...path, 'liaisons', 2], message };
  }
  if (liaisons.length === 1) {
    yield { code: 'no-second-liaison', path, message: `${subject}只有一个联络员：建议补上联络员 B，以免无人收函。` };
  }
  if (rowOf(row)['head'] === undefined) {
    yield { code: 'no-head', path, message: `${subject}没有分管负责人（head）：督办函将无处可送；请补上邮箱。` };
  }
  yield* checkKind(row, path, subject);
  yield* repeatedAddresses(row, path, subject);
}

function* checkKind(row: unknown, path: Path, subject: string): Generator<Finding> {
  const [kind, relation] = [textOf(row, 'kind'), textOf(row, 'relation')];
  if (kind === undefined || relation === undefined || (kind === 'city') === (relation === 'city')) return;
  const message = `${subject}的种类（${kind}）与行文关系（${relation}）不一致：市的两项都应为 city；请核对。`;
  yield { code: 'kind-relation', path: [...path, 'relation'], message };
}

function* repeatedAddresses(row: unknown, path: Path, subject: string): Generator<Finding> {
  const seen = new Map<string, Path>();
  for (const { text, path: at } of addressesOf(row, path)) {
    const other = seen.get(sameWord(text));
    if (other === undefined) seen.set(sameWord(text), at);
    else {
      const message = `${subject}的两个岗位用了同一邮箱${shown(text)}：催办将发到同一处；请核对。`;
      yield { code: 'same-address', path: at, message, other };
    }
  }
}
