import type { Paragraph, Span, Traced } from './bulletin-model.js';

/**
 * Official prose with its traces: a template tag that keeps traced values whole between the words. An absent value
 * prints nothing, so a conditional part is itself a value: prose`${when(n > 0, prose`，另有${n}项`)}`.
 */
export function prose(words: TemplateStringsArray, ...values: readonly (Span | readonly Span[] | undefined)[]): Span[] {
  const spans: Span[] = [];
  words.forEach((word, index) => {
    spans.push(word);
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === 'string' || isTraced(value)) spans.push(value);
    else spans.push(...value);
  });
  return merged(spans);
}

/** The spans when the condition holds, otherwise nothing. */
export function when(condition: boolean, spans: readonly Span[]): readonly Span[] | undefined {
  return condition ? spans : undefined;
}

export function paragraph(id: string, spans: readonly Span[], lead?: string): Paragraph {
  return { kind: 'paragraph', id, ...(lead === undefined ? {} : { lead }), spans: merged(spans) };
}

/** The words of spans, without their traces. */
export function plain(spans: readonly Span[]): string {
  return spans.map((span) => (typeof span === 'string' ? span : span.text)).join('');
}

/** Lists spans with a separator between them. */
export function joined(parts: readonly (readonly Span[])[], separator: string): Span[] {
  return merged(parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part])));
}

export function isTraced(value: Span | readonly Span[]): value is Traced {
  return typeof value === 'object' && 'sources' in value;
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (typeof span === 'string' && typeof last === 'string') result[result.length - 1] = last + span;
    else if (span !== '') result.push(span);
  }
  return result;
}
