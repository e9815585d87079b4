import { html } from 'hono/html';
import type { Source, Span, Traced } from '../../domain/roll-up/bulletin-model.js';
import { isTraced } from '../../domain/roll-up/prose.js';
import { traceTitle } from '../source-names.js';
import type { Fragment } from './fragment.js';

/** Words with their traces: one answer is a link to it, several are a `data` element that lists them. */
export function spansHtml(spans: readonly Span[]): Fragment {
  return html`${spans.map((span) => (isTraced(span) ? tracedHtml(span) : span))}`;
}

/** `17:3 22:1`: task and version of every answer behind a figure. */
export function sourceList(sources: readonly Source[]): string {
  return sources.map(({ task, version }) => `${task}:${version}`).join(' ');
}

/** The place of an answer in the list of sources. */
export function sourceAnchor({ task, version }: Source): string {
  return `source-${task}-${version}`;
}

function tracedHtml(traced: Traced): Fragment {
  const { text, sources } = traced;
  const [only] = sources;
  const title = traceTitle(traced);
  if (only !== undefined && sources.length === 1) {
    return html`<a class="figure" href="#${sourceAnchor(only)}" data-sources="${sourceList(sources)}" title="${title}"
      >${text}</a
    >`;
  }
  return html`<data class="figure" value="${text}" data-sources="${sourceList(sources)}" title="${title}"
    >${text}</data
  >`;
}
