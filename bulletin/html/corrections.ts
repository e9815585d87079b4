import { html } from 'hono/html';
import type { Correction } from '../../domain/roll-up/bulletin-model.js';
import { correctionLine } from '../correction-line.js';
import type { Fragment } from './fragment.js';

/** 更正: nothing when nothing was corrected. */
export function correctionsHtml(corrections: readonly Correction[]): Fragment | string {
  if (corrections.length === 0) return '';
  return html`<section class="corrections">
    <h2>更正</h2>
    ${corrections.map((correction) => html`<p>${correctionLine(correction)}</p>`)}
  </section>`;
}
