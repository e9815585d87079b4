import { html } from 'hono/html';
import { chineseDay, chineseInstant } from '../../domain/chinese-date.js';
import { postNames } from '../../domain/post-names.js';
import { dateIn, instantIn } from '../../domain/zone-time.js';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import type { ContactsEntry, ContactsPage, HandOverOutcome, NewHolder } from './contacts-desk.js';
import { holderForm } from './holder-form.js';
import type { BadHolderField, HolderDraft } from './read-holder.js';

export interface ContactsView {
  readonly page: ContactsPage;
  readonly draft: HolderDraft;
  readonly bad: readonly BadHolderField[];
  /** What came of the last submission, where the page is shown again. */
  readonly note?: string;
}

/** Shows what is on file; confirming and handing over are the two buttons below. */
export function contactsPage({ page: shown, draft, bad, note }: ContactsView): Markup {
  return framed(
    shown,
    `${bad.length > 0 ? '请改正：' : ''}${shown.party}联络员确认`,
    html`<div class="intro">
        <h1>${shown.party}：联络员确认</h1>
        <p>请核对贵单位的双月调度联络登记。无误的点“确认无误”；有变动的，在下面填写接任人员。</p>
      </div>
      ${note === undefined ? '' : html`<p class="note note-amber" role="alert">${note}</p>`}
      <section class="card" aria-label="登记情况">
        <h2>登记情况</h2>
        ${entryList(shown)}
        <form class="sign" method="post" accept-charset="utf-8">
          <input type="hidden" name="shown" value="${shown.entries.map(({ id }) => id).join(',')}" />
          <button type="submit" class="primary" name="act" value="confirm">确认无误</button>
        </form>
      </section>
      ${holderForm(shown, draft, bad)}`,
  );
}

function entryList({ entries, own, ownPhone, zone }: ContactsPage): Markup {
  return html`<ul class="entries">
    ${entries.map(
      (entry) =>
        html`<li>
          <b>${postNames[entry.post]}</b>　${entry.name}<br /><span class="breakable">${entry.email}</span>
          ${entry.post === own && ownPhone !== null ? html` 　${ownPhone}` : ''}${confirmedLine(entry, zone)}
        </li>`,
    )}
  </ul>`;
}

function confirmedLine({ confirmedAt }: ContactsEntry, zone: string): Markup {
  if (confirmedAt === null) return html``;
  return html`<br /><span class="quiet">${chineseDay(dateIn(zone, confirmedAt))}已确认</span>`;
}

export function confirmedPage(shown: ContactsPage, at: string): Markup {
  return framed(
    shown,
    `${shown.party}联络员已确认`,
    html`<div class="card" role="status">
      <h1>已确认，谢谢</h1>
      <p>${chineseInstant(instantIn(shown.zone, at))}登记：${shown.party}的联络登记确认无误。</p>
      ${entryList(shown)}
      <p class="quiet">
        以后有变动，仍可用本链接填写（至${chineseDay(dateIn(shown.zone, shown.until))}有效），或回复任何一封调度邮件“联络员变更：姓名、职务、电话、邮箱”。
      </p>
    </div>`,
  );
}

export function handedOverPage(
  shown: ContactsPage,
  { post, name, email }: NewHolder,
  outcome: HandOverOutcome,
): Markup {
  return framed(
    shown,
    `${shown.party}联络员变更`,
    html`<div class="card" role="status">
      <h1>${outcomes[outcome].title}</h1>
      <p>${shown.party}${postNames[post]}变更为 <b>${name}</b>（<span class="breakable">${email}</span>）。</p>
      <p>${outcomes[outcome].next}</p>
    </div>`,
  );
}

const outcomes: Readonly<Record<HandOverOutcome, { readonly title: string; readonly next: string }>> = {
  applied: {
    title: '已变更，即时生效',
    next: '此后函件发至新邮箱，新链接已发接任人员；原邮箱另有函告知。本链接和此前函件中的填报链接随之停用。',
  },
  held: {
    title: '已收到，待我办核定',
    next: '这项变更需我办核定后生效，在此之前函件仍发原邮箱。核定后将发函告知原邮箱和新邮箱。',
  },
  later: {
    title: '已收到，正在登记',
    next: '系统正忙，变更已存下，稍后由我办办理，请勿重复填写。办理后将发函告知原邮箱和新邮箱。',
  },
};

function framed(shown: ContactsPage, title: string, main: Markup): Markup {
  return page({
    title,
    masthead: html`${shown.issuer}<span class="masthead-title">${shown.title}</span>`,
    main,
    foot: html`<p>${shown.issuer}${shown.phone ? html` 　电话 ${shown.phone}` : ''}</p>
      <p>本页仅供贵单位联络员使用，请勿转发。不便在网上办理的，可回复邮件或来电。</p>`,
  });
}
