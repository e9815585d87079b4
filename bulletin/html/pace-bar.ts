import { html } from 'hono/html';
import type { Cell } from '../../domain/roll-up/bulletin-model.js';
import type { Fragment } from './fragment.js';

type Bar = NonNullable<Cell['bar']>;

/** What is reached as a bar, what was due as a stroke. */
export function paceBar({ achieved, expected }: Bar): Fragment {
  const width = Math.max(0, Math.min(1, achieved)) * 100;
  const due = expected === undefined ? undefined : Math.min(99, expected * 100);
  return html`<svg class="pace" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect width="100" height="8" fill="#e3e0db" />
    <rect width="${width.toFixed(1)}" height="8" fill="#5b6f82" />
    ${due === undefined ? '' : html`<rect x="${due.toFixed(1)}" width="1.6" height="8" fill="#c8102e" />`}
  </svg>`;
}
