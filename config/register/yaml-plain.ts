import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type YAMLMap } from 'yaml';
import type { FormProblem } from './yaml-source.js';

export interface Plain {
  readonly value: unknown;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<unknown, Node>;
  readonly problems: readonly FormProblem[];
}

/** A register has some 4,000 values; aliases of aliases multiply far beyond. */
const mostNodes = 200_000;
const mostDepth = 64;

interface Walk {
  /** Kept here because the parser's own look-up reads the whole document for every alias. */
  readonly anchors: Map<string, Node>;
  readonly targets: Map<unknown, Node>;
  readonly problems: Map<number, FormProblem>;
  readonly open: Set<Node>;
  nodes: number;
}

/** A document as plain values: keys left empty are left out, of doubled keys the first counts, runaway aliases are cut off. */
export function plainOf(document: Document): Plain {
  const walk: Walk = { anchors: new Map(), targets: new Map(), problems: new Map(), open: new Set(), nodes: 0 };
  const value = valueOf(document.contents, walk);
  return { value, targets: walk.targets, problems: [...walk.problems.values()] };
}

function valueOf(node: unknown, walk: Walk): unknown {
  walk.nodes += 1;
  if (isAlias(node)) return aliasOf(node, walk);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  if (isScalar(node)) return node.value;
  if (walk.open.has(node) || walk.nodes > mostNodes) return cutOff('alias-limit', node, walk);
  if (walk.open.size > mostDepth) return cutOff('too-deep', node, walk);
  walk.open.add(node);
  const value = isMap(node) ? rowFrom(node, walk) : node.items.map((item) => valueOf(item, walk));
  walk.open.delete(node);
  return value;
}

function aliasOf(node: Alias, walk: Walk): unknown {
  const target = walk.anchors.get(node.source);
  if (target !== undefined) {
    walk.targets.set(node, target);
    return valueOf(target, walk);
  }
  report(walk, 'unknown-alias', node, '以 * 开头的引用没有对应的 & 标记：请写出内容本身；文字以 * 开头的，请加引号。');
  return null;
}

function cutOff(code: 'alias-limit' | 'too-deep', node: Node, walk: Walk): null {
  report(walk, code, node, '层次过深，或引用（& 与 *）循环、展开过多：台账最多只有几层；请写出内容本身。');
  return null;
}

function rowFrom(map: YAMLMap, walk: Walk): unknown {
  const row = new Map<string, unknown>();
  for (const { key, value } of map.items) {
    const name = keyText(key);
    if (row.has(name)) {
      report(walk, 'duplicate-key', key, `同一处写了两次“${name.slice(0, 40)}”：每个项目只能写一次；请删去一个。`);
      continue;
    }
    row.set(name, valueOf(value, walk));
  }
  return Object.fromEntries([...row].filter(([, value]) => !isEmpty(value)));
}

/** The text of a key; lists and maps cannot be keys of a register. */
export function keyText(key: unknown): string {
  if (!isScalar(key)) return '（非文字）';
  if (key.value === null) return '（空）';
  return typeof key.value === 'string' ? key.value : JSON.stringify(key.value);
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

function report(walk: Walk, code: FormProblem['code'], at: unknown, message: string): void {
  const offset = startOf(at);
  walk.problems.set(offset, walk.problems.get(offset) ?? { code, offset, message });
}

function startOf(node: unknown): number {
  return isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? 0) : 0;
}
