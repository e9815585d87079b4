import { html } from 'hono/html';
import { postNames } from '../../domain/post-names.js';
import type { PostKind } from '../../domain/register.js';
import type { Markup } from '../web-env.js';
import type { ContactsPage } from './contacts-desk.js';
import type { BadHolderField, HolderDraft } from './read-holder.js';

const offered: readonly PostKind[] = ['liaison-a', 'liaison-b', 'section', 'office'];

/** Who takes over; folded until it is wanted. */
export function holderForm({ own }: ContactsPage, draft: HolderDraft, bad: readonly BadHolderField[]): Markup {
  return html`<section class="card" id="change">
    <details ${bad.length > 0 ? 'open' : ''}>
      <summary><b>有变动：变更为……</b></summary>
      ${bad.length > 0 ? html`<p class="note note-amber" role="alert">还没有提交成功，请改正${bad.map(({ label }) => label).join('、')}。</p>` : ''}
      <form method="post" novalidate accept-charset="utf-8">
        <fieldset class="ratings" id="post">
          <legend>变更哪个岗位</legend>
          ${sentence(bad, 'post')} ${offered.map((post) => choice(post, draft))}
        </fieldset>
        <div class="pair">
          ${line('name', '接任人员姓名、职务', 'text', draft, bad)} ${line('phone', '电话', 'tel', draft, bad)}
        </div>
        <div class="pair">
          ${line('email', '邮箱', 'email', draft, bad)} ${line('from', '自何日起', 'date', draft, bad)}
        </div>
        <p class="hint">
          变更${postNames[own]}本人、新邮箱与原邮箱同一单位域名的，提交后即时生效；其余由我办核定后生效。两种情况都会函告原邮箱。
        </p>
        <p class="sign"><button type="submit" class="primary" name="act" value="change">提交变更</button></p>
      </form>
    </details>
  </section>`;
}

function choice(post: PostKind, draft: HolderDraft): Markup {
  return html`<label class="chip"
    ><input type="radio" name="post" value="${post}" ${draft.post === post ? 'checked' : ''} /><span
      >${postNames[post]}</span
    ></label
  >`;
}

function line(
  field: keyof HolderDraft,
  label: string,
  type: 'text' | 'tel' | 'email' | 'date',
  draft: HolderDraft,
  bad: readonly BadHolderField[],
): Markup {
  const isBad = bad.some((one) => one.field === field);
  // A date input would drop what it cannot read; what cannot be read stays visible as text.
  const shownAs = type === 'date' && !isBad ? 'date' : 'text';
  const keys = type === 'tel' || type === 'email' ? type : 'text';
  return html`<div class="field ${isBad ? 'invalid' : ''}">
    <label for="${field}">${label}</label>
    ${sentence(bad, field)}
    <input
      type="${shownAs}"
      inputmode="${keys}"
      id="${field}"
      name="${field}"
      value="${draft[field]}"
      autocomplete="off"
      ${isBad ? html`aria-invalid="true" aria-describedby="${field}-bad"` : ''}
    />
  </div>`;
}

function sentence(bad: readonly BadHolderField[], field: keyof HolderDraft): Markup {
  return html`${bad.filter((one) => one.field === field).map(({ message }) => html`<span class="bad" id="${field}-bad">${message}</span>`)}`;
}
