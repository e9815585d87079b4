import { html } from 'hono/html';
import type { Markup } from '../web-env.js';
import type { BadField } from './read-answers.js';

/** Leads from what is wrong to the inputs. */
export function badSummary(bad: readonly BadField[]): Markup {
  if (bad.length === 0) return html``;
  return html`<div class="card problem" role="alert" id="problems">
    <h2>还没有提交成功，有${bad.length}处需要${bad.every(({ confirm }) => confirm !== undefined) ? '核对' : '改正'}</h2>
    <p>您填写的内容都还在下面。</p>
    <ul>
      ${bad.map(({ field, label, message }) =>
        field === '' ? html`<li>${message}</li>` : html`<li><a href="#${field}">${label}</a>：${message}</li>`,
      )}
    </ul>
  </div>`;
}
