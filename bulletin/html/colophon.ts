import { html } from 'hono/html';
import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import { signedBy, type Signers } from '../signers.js';
import type { Fragment } from './fragment.js';

/** 版记: 报、送、发 and who signed. */
export function colophonHtml(distribution: BulletinModel['distribution'], signers: Signers = {}): Fragment {
  const signed = signedBy(signers);
  return html`<footer class="colophon">
    ${distribution.map(({ label, to }) => html`<p>${label}：　${to}</p>`)}
    ${signed === '' ? '' : html`<p class="signed">${signed}</p>`}
  </footer>`;
}
