import { html } from 'hono/html';
import type { BulletinEntry, LetterDetail, LetterEntry, MailEntry } from '../../domain/board.js';
import { chineseInstant, chineseRound } from '../../domain/chinese-date.js';
import { instantIn } from '../../domain/zone-time.js';
import type { Markup } from '../web-env.js';
import type { BoardView } from './board-page.js';
import { contactChange } from './contacts-section.js';

/** What waits for a coordinator, each with the command (or the button) that settles it. */
export function waitingSections(view: BoardView): Markup {
  const { unsigned, heldMail, drafts, doubtful, changes, status } = view;
  const sections = [
    ...some(unsigned, (letters) =>
      section(
        `待签发的督办函（${letters.length}）`,
        letters.map((one) => toSign(one, view)),
      ),
    ),
    ...some(heldMail.filter(({ toEnter }) => toEnter !== null).toReversed(), (mails) =>
      section(
        `待录入（${mails.length}）`,
        mails.map((one) => unread(one, view)),
      ),
    ),
    ...some(
      heldMail.filter(({ toEnter }) => toEnter === null),
      (mails) =>
        section(
          `待核来信（${mails.length}）`,
          mails.map((one) => held(one, view)),
        ),
    ),
    ...some(drafts, (found) =>
      section(
        `待审简报（${found.length}）`,
        found.map((one) => draft(one, view)),
      ),
    ),
    ...some(changes, (found) =>
      section(
        `待核定的联络人变更（${found.length}）`,
        found.map((one) => contactChange(one, view)),
      ),
    ),
    ...some(doubtful, (letters) =>
      section(
        `发送结果不明的函（${letters.length}）`,
        letters.map((one) => unsure(one, view)),
      ),
    ),
    ...(status.waiting.withheld > 0 ? [withheld(status.waiting.withheld, view)] : []),
  ];
  if (sections.length === 0) return html`<p class="note note-green">没有等待您处理的事项。</p>`;
  return html`${sections}`;
}

function some<Item>(items: readonly Item[], show: (items: readonly Item[]) => Markup): readonly Markup[] {
  return items.length === 0 ? [] : [show(items)];
}

function section(title: string, items: readonly Markup[]): Markup {
  return html`<section class="card">
    <h2>${title}</h2>
    ${items}
  </section>`;
}

function toSign(letter: LetterDetail, { status, commands }: BoardView): Markup {
  const failing = letter.checks.filter((check) => !check.passed).length;
  return html`<div class="item">
    <h3>${letter.subject ?? `督办函 ${letter.id}`}</h3>
    <p class="quiet">致 ${letter.to.join('，')}　任务${letter.tasks.join('、')}</p>
    <details>
      <summary>函文和签发前核对页${failing > 0 ? html`（<span class="failed">${failing}项不符</span>）` : ''}</summary>
      ${letter.text === null ? '' : html`<pre>${letter.text}</pre>`}
      <ul class="phrases">
        ${letter.checks.map(({ what, passed, fact }) => html`<li><span class="${passed ? 'passed' : 'failed'}">${passed ? '符合' : '不符'}</span> ${what}：${fact}</li>`)}
      </ul>
    </details>
    <form
      class="side-by-side"
      method="post"
      action="/board/${encodeURIComponent(status.campaign)}/letters/${letter.id}/sign"
    >
      <p>
        <button type="submit" class="primary" aria-label="签发：${letter.subject ?? letter.id}">签发</button>
        <code>${commands.sign(letter.id)}</code>
      </p>
    </form>
  </div>`;
}

/** Oldest first, for that is the order to enter them in. */
function unread(mail: MailEntry, { status, commands, zone }: BoardView): Markup {
  const name = status.parties.find(({ code }) => code === mail.party)?.name ?? '未定单位';
  return html`<div class="item">
    <h3>${name}：${mail.subject || '（无主题）'}</h3>
    <p class="quiet breakable">${mail.from}　${chineseInstant(instantIn(zone, mail.receivedAt))}</p>
    <p>附件：${mail.toEnter?.join('、')}。${mail.reasons.join('；')}</p>
    <p>
      <a
        class="button primary"
        href="${entryPath(status.campaign, mail.id)}"
        aria-label="录入：${mail.subject || mail.id}"
        >录入</a
      >
    </p>
    <p>命令行 <code>${commands.enterMail(mail.id)}</code></p>
    <p>不采用 <code>${commands.refuseMail(mail.id)}</code></p>
  </div>`;
}

function entryPath(campaign: string, mail: string): string {
  return `/board/${encodeURIComponent(campaign)}/mails/${encodeURIComponent(mail)}`;
}

function held(mail: MailEntry, { status, commands, zone }: BoardView): Markup {
  return html`<div class="item">
    <h3>${mail.subject || '（无主题）'}</h3>
    <p class="quiet breakable">${mail.from}　${chineseInstant(instantIn(zone, mail.receivedAt))}</p>
    ${mail.reasons.length > 0 ? html`<p>${mail.reasons.join('；')}</p>` : ''}
    <p><a href="${entryPath(status.campaign, mail.id)}">打开来件和任务，录入</a></p>
    <p>查看 <code>${commands.showMail(mail.id)}</code></p>
    <p>采用 <code>${commands.releaseMail(mail.id, mail.round, mail.party)}</code></p>
    <p>不采用 <code>${commands.refuseMail(mail.id)}</code></p>
  </div>`;
}

function draft(bulletin: BulletinEntry, { commands }: BoardView): Markup {
  return html`<div class="item">
    <h3>${bulletin.title}</h3>
    <p class="quiet">
      ${chineseRound(bulletin.round)}　第${bulletin.version}稿${bulletin.state === 'returned' ? '（已退回）' : ''}
    </p>
    <p>查看 <code>${commands.showBulletin(bulletin.round)}</code></p>
    <p>批准 <code>${commands.approveBulletin(bulletin.round)}</code></p>
    <p>退回 <code>${commands.returnBulletin(bulletin.round)}</code></p>
  </div>`;
}

function unsure(letter: LetterEntry, { commands }: BoardView): Markup {
  return html`<div class="item">
    <h3>${letter.subject ?? `函 ${letter.id}`}</h3>
    <p>
      致
      ${letter.to.join('，')}。${letter.failure ?? '发送中断，不能确定对方是否收到。'}请先与对方核实，再决定是否重发。
    </p>
    <p>重发 <code>${commands.sign(letter.id)}</code></p>
  </div>`;
}

function withheld(count: number, { status, commands }: BoardView): Markup {
  const overdue = status.tasks.filter((task) => task.standing === 'overdue').slice(0, 5);
  return html`<section class="card">
    <h2>暂缓督办（${count}）</h2>
    <p>
      有${count}项尚不具备向负责人发函的条件（如信件退回、来信待核、延期待定），原因见下表“需留意”栏；条件具备后自动再核对。
    </p>
    ${overdue.map((task) => html`<p>任务${task.number} ${task.title}　延期 <code>${commands.extend(task.number)}</code></p>`)}
  </section>`;
}
