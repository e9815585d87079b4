import { html } from 'hono/html';
import type { ContactChangeEntry, HeldPost } from '../../domain/board.js';
import { chineseDay, chineseInstant } from '../../domain/chinese-date.js';
import { postNames } from '../../domain/post-names.js';
import { instantIn } from '../../domain/zone-time.js';
import type { Markup } from '../web-env.js';
import type { BoardView } from './board-page.js';

/** One change that a party asked for, with who holds the post today and the commands that decide. */
export function contactChange(change: ContactChangeEntry, { commands, zone }: BoardView): Markup {
  const { id, partyName, post, current, askedAt, effectiveOn, doubts } = change;
  return html`<div class="item">
    <h3>${partyName}${postNames[post]}：${current === null ? '（空缺）' : current.name} → ${change.name}</h3>
    <p class="quiet breakable">
      ${current === null ? '' : html`${holder(current)} → `}${holder(change)}　${chineseInstant(instantIn(zone, askedAt))}提出${effectiveOn === null ? '' : `，自${chineseDay(effectiveOn)}起`}
    </p>
    <p>${doubts.join('；')}</p>
    <p>同意 <code>${commands.approveContact(id)}</code></p>
    <p>不同意 <code>${commands.refuseContact(id)}</code></p>
  </div>`;
}

function holder({ email, phone }: HeldPost): string {
  return [phone, email].filter(Boolean).join(' ');
}

/** What the check of contacts found that cannot wait; the whole of it is the command's. */
export function contactsSection({ findings, commands }: BoardView): Markup {
  const pressing = findings.filter(({ urgency }) => urgency !== 'later');
  if (pressing.length === 0) return html``;
  return html`<section class="card">
    <h2>联络人需留意（${pressing.length}）</h2>
    <ul class="phrases">
      ${pressing.slice(0, 12).map(({ urgency, partyName, fact, todo }) => html`<li>${urgency === 'now' ? html`<span class="failed">立即</span> ` : ''}${partyName}：${fact}。${todo}。</li>`)}
    </ul>
    <p>全部情况和处理命令 <code>${commands.checkContacts}</code></p>
  </section>`;
}
