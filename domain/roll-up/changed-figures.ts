import type { Span, Traced } from './bulletin-model.js';
import { isTraced, plain } from './prose.js';
import { difference, type Hunk, type Token } from './text-diff.js';

/** A number that an edit wrote into a text. */
export interface ChangedFigure {
  /** Absent where no number stood there before. */
  readonly before?: string;
  readonly after: string;
  /** What the old number came from; absent where it came from no answer. */
  readonly from?: Traced;
}

/** Numbers that an edit changed or added; those that went with their words are none of them. */
export function changedFigures(spans: readonly Span[], text: string): readonly ChangedFigure[] {
  return difference(plain(spans), text).hunks.flatMap((hunk) => figuresOf(hunk, spans));
}

function figuresOf({ removed, added }: Hunk, spans: readonly Span[]): readonly ChangedFigure[] {
  const [old, now] = [removed.filter(isFigure), added.filter(isFigure)];
  return now.flatMap(({ text: after }, index) => {
    const before = old[index];
    if (before === undefined) return [{ after }];
    if (before.text === after) return [];
    const from = tracedAt(spans, before.at);
    return [{ before: before.text, after, ...(from && { from }) }];
  });
}

function isFigure({ number }: Token): boolean {
  return number;
}

function tracedAt(spans: readonly Span[], at: number): Traced | undefined {
  let end = 0;
  for (const span of spans) {
    end += (typeof span === 'string' ? span : span.text).length;
    if (at < end) return isTraced(span) ? span : undefined;
  }
  return undefined;
}
