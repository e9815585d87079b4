import { html } from 'hono/html';
import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import type { Fragment } from './fragment.js';

/** Who made and signed the bulletin; what is not known is not printed. */
export interface Signers {
  readonly editor?: string;
  readonly reviewer?: string;
  readonly signer?: string;
}

/** 版记: 报、送、发 and who signed. */
export function colophonHtml(distribution: BulletinModel['distribution'], signers: Signers = {}): Fragment {
  const { editor, reviewer, signer } = signers;
  const signed = [editor && `编辑：${editor}`, reviewer && `审核：${reviewer}`, signer && `签发：${signer}`].filter(
    Boolean,
  );
  return html`<footer class="colophon">
    ${distribution.map(({ label, to }) => html`<p>${label}：　${to}</p>`)}
    ${signed.length === 0 ? '' : html`<p class="signed">${signed.join('　　')}</p>`}
  </footer>`;
}
