import type { Span } from './bulletin-model.js';
import { plain } from './prose.js';
import { difference } from './text-diff.js';

/**
 * The changed stretch of a text with the traces that are beyond doubt: a traced span is kept where all of its words
 * and the word before it, what the figure is of, stand as they stood. Anything less might be another figure that looks alike.
 */
export function keptBetween(spans: readonly Span[], text: string): readonly Span[] {
  const { before, after, kept } = difference(plain(spans), text);
  const startOf = (token: number) => after[kept.get(token) ?? -1]?.at ?? 0;
  const result: Span[] = [];
  let [at, written] = [0, 0];
  for (const span of spans) {
    const words = typeof span === 'string' ? span : span.text;
    const [from, to] = [
      before.findIndex((token) => token.at === at),
      before.findLastIndex((token) => token.at < at + words.length),
    ];
    at += words.length;
    if (typeof span === 'string' || !standsUnmoved(kept, from, to)) continue;
    const start = startOf(from);
    if (text.slice(start, start + words.length) !== words) continue;
    if (start > written) result.push(text.slice(written, start));
    result.push(span);
    written = start + words.length;
  }
  if (written < text.length) result.push(text.slice(written));
  return result;
}

/** So many words on one side are no coincidence. */
const longStretch = 6;

/** Every token of the span is kept, among the same neighbours. */
function standsUnmoved(kept: ReadonlyMap<number, number>, from: number, to: number): boolean {
  const first = kept.get(from);
  if (first === undefined) return false;
  const stands = (token: number) => kept.get(token) === first + token - from;
  for (let token = from + 1; token <= to; token += 1) if (!stands(token)) return false;
  let [left, right] = [0, 0];
  while (left < longStretch && stands(from - left - 1)) left += 1;
  while (right < longStretch && stands(to + right + 1)) right += 1;
  return left === longStretch || (left > 0 && right > 0) || (from === 0 && right === longStretch);
}
