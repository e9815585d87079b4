import { html } from 'hono/html';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import type { NamedMailbox, Unit } from './address-book.js';
import { postLinks } from './post-links.js';
import { shortInstant } from './short-instant.js';

export function mailboxesPage(units: readonly Unit[], wanted: string, now: Date, zone: string): Markup {
  const total = units.flatMap((unit) => unit.mailboxes).reduce((sum, box) => sum + box.count, 0);
  return page({
    title: '本地邮局',
    wide: true,
    masthead: html`双月<span class="masthead-title">本地邮局</span>`,
    main: html`<h1>本地邮局</h1>
      <p class="quiet">演示和试运行用的信箱，不与外网往来。打开任一信箱，即可像该单位一样阅读和回复。</p>
      <form class="search" method="get" role="search">
        <input type="search" name="q" value="${wanted}" placeholder="查找单位、岗位或地址" aria-label="查找信箱" />
        <button type="submit">查找</button>
      </form>
      ${units.length === 0 ? html`<p class="card empty">没有找到“${wanted}”。<a href="${postLinks.office}">显示全部信箱</a></p>` : ''}
      <div class="units">${units.map((unit) => unitBox(unit, now, zone))}</div>
      <p class="quiet">共${units.length}个单位，${total}封信。</p>`,
  });
}

function unitBox(unit: Unit, now: Date, zone: string): Markup {
  return html`<section class="unit-box">
    <h2>${unit.name}</h2>
    <ul>
      ${unit.mailboxes.map((box) => html`<li>${mailboxLine(box, now, zone)}</li>`)}
    </ul>
  </section>`;
}

function mailboxLine(box: NamedMailbox, now: Date, zone: string): Markup {
  return html`<a href="${postLinks.mailbox(box.address)}" title="${box.address}">
    <span class="tally"
      >${box.count > 0 ? html`${box.count}封${box.newestAt ? html` · ${shortInstant(box.newestAt, now, zone)}` : ''}` : '空'}</span
    >
    <span class="post">${box.post}</span>${box.unread > 0 ? html`<span class="unread">${box.unread}封新信</span>` : ''}
  </a>`;
}
