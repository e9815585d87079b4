import { isMap, isNode, isSeq } from 'yaml';
import type { Path } from './finding.js';
import { keyText } from './yaml-plain.js';

/** A document's nodes, and what its aliases stand for. */
export interface Tree {
  readonly contents: unknown;
  readonly targets: ReadonlyMap<unknown, unknown>;
}

interface Place {
  readonly node: unknown;
  readonly key?: unknown;
  /** True when the path leads all the way; else the place is the last thing on the way. */
  readonly reached: boolean;
}

/**
 * Where a path leads in the text. What is not there is placed where it should have been: at the key of the part that
 * lacks it, or at the start of the row.
 */
export function offsetOf(tree: Tree, path: Path, at: 'key' | 'value'): number {
  const place = follow(tree, path);
  const key = startOf(place.key);
  const value = startOf(place.node);
  return (at === 'key' || !place.reached ? (key ?? value) : (value ?? key)) ?? 0;
}

/** First and last offset of what a path leads to, or undefined when there is nothing. */
export function spanOf(tree: Tree, path: Path): readonly [number, number] | undefined {
  const { node, reached } = follow(tree, path);
  return reached && isNode(node) && node.range ? [node.range[0], node.range[2]] : undefined;
}

function follow(tree: Tree, path: Path): Place {
  let place: Place = { node: tree.contents, reached: true };
  for (const step of path) {
    const next = stepInto(tree, place.node, step);
    if (next === undefined) return { ...place, reached: false };
    place = next;
  }
  return place;
}

function stepInto(tree: Tree, from: unknown, step: string | number): Place | undefined {
  const node = tree.targets.get(from) ?? from;
  if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
    return { node: node.items[step], reached: true };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => keyText(key) === String(step));
  return pair && { node: pair.value, key: pair.key, reached: true };
}

/** An empty value has a place but no extent: its key is the better place to point at. */
function startOf(node: unknown): number | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [start, end] = node.range;
  return end > start ? start : undefined;
}
