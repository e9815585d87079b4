import { html } from 'hono/html';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import type { Holder, LetterLine } from './post-counter.js';
import { postLinks } from './post-links.js';
import { shortInstant } from './short-instant.js';

export interface MailboxView {
  readonly holder: Holder;
  readonly letters: readonly LetterLine[];
  readonly total: number;
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly sent: boolean;
  readonly now: Date;
  readonly zone: string;
}

export function mailboxPage(view: MailboxView): Markup {
  const { holder, letters } = view;
  return page({
    title: `${holder.unit}${holder.post}的信箱`,
    wide: true,
    masthead: postMasthead(),
    main: html`<p class="crumbs"><a href="${postLinks.office}">‹ 全部信箱</a></p>
      <h1>${holder.unit} · ${holder.post}</h1>
      <p class="quiet breakable">
        ${holder.address}　${view.total}封　<a href="${postLinks.write(holder.address)}">以此信箱写新信</a>
      </p>
      ${view.sent ? sentNote() : ''}
      ${letters.length === 0 ? html`<p class="card empty">这个信箱还没有信。</p>` : letterList(view)} ${pageLinks(view)}`,
  });
}

export function postMasthead(): Markup {
  return html`双月<span class="masthead-title"><a href="${postLinks.office}">本地邮局</a></span>`;
}

export function sentNote(): Markup {
  return html`<p class="note note-green" role="status">
    <strong>已寄出。</strong>信已交给邮件服务器，收文处理后会有回执。
  </p>`;
}

function letterList({ holder, letters, now, zone }: MailboxView): Markup {
  return html`<ul class="letters">
    ${letters.map(
      (letter) =>
        html`<li>
          <a href="${postLinks.letter(holder.address, letter.id)}" class="${letter.unread ? 'is-unread' : ''}">
            <span class="from">${senderName(letter.from)}</span> <span class="subject">${letter.subject}</span>
            <span class="when"
              >${letter.unread ? html`<span class="unread">新</span> ` : ''}${shortInstant(letter.receivedAt, now, zone)}</span
            >
          </a>
        </li>`,
    )}
  </ul>`;
}

/** A list has room for the name only; the letter itself shows the address. */
function senderName(from: string): string {
  return /^\s*"?([^"<]*[^"<\s])"?\s*<.*>\s*$/.exec(from)?.[1] ?? from;
}

function pageLinks({ holder, total, pageNumber, pageSize }: MailboxView): Markup {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return html``;
  return html`<nav class="pages" aria-label="翻页">
    ${pageNumber > 1 ? html`<a href="${postLinks.mailbox(holder.address, pageNumber - 1)}" rel="prev">‹ 较新</a>` : ''}
    <span>第${pageNumber}页，共${last}页</span>
    ${pageNumber < last ? html`<a href="${postLinks.mailbox(holder.address, pageNumber + 1)}" rel="next">较早 ›</a>` : ''}
  </nav>`;
}
