import { html } from 'hono/html';
import { chineseInstant } from '../../domain/chinese-date.js';
import { instantIn } from '../../domain/zone-time.js';
import { printSize } from '../print-size.js';
import type { Markup } from '../web-env.js';
import type { EntryView } from './entry-page.js';
import type { ShownFile, ShownSheet } from './shown-file.js';

/** The board is one office's, in one zone. */
const zone = 'Asia/Shanghai';

/** A mail as it came: who sent it, what it says, and each file as far as it can be shown. */
export function mailPane({ opened, campaign }: EntryView): Markup {
  const { mail, files } = opened;
  const address = `/board/${encodeURIComponent(campaign)}/mails/${encodeURIComponent(mail.id)}/files`;
  return html`<h2>${mail.subject || '（无主题）'}</h2>
    <div class="letter-head">
      <dl>
        <dt>发件人</dt>
        <dd>${mail.from}</dd>
        <dt>收到</dt>
        <dd>${chineseInstant(instantIn(zone, mail.receivedAt))}</dd>
        ${
          mail.reasons.length === 0
            ? ''
            : html`<dt>待核</dt>
                <dd>${mail.reasons.join('；')}</dd>`
        }
      </dl>
    </div>
    ${mail.text === '' ? html`<p class="quiet">正文为空。</p>` : html`<pre>${mail.text}</pre>`}
    ${files.map((file) => shownFile(file, address))}`;
}

function shownFile(file: ShownFile, address: string): Markup {
  const at = `${address}/${file.index}`;
  const isFramed = file.kind === 'pdf' || file.kind === 'picture';
  return html`<section class="sheet" aria-label="附件：${file.name}">
    <h3 class="breakable">附件：${file.name}</h3>
    <p class="quiet">
      ${printSize(file.bytes)}　<a href="${at}?save" download>下载</a
      >${isFramed ? html` 　<a href="${at}" target="_blank" rel="noopener">在新窗口打开</a>` : ''}
    </p>
    ${content(file, at)}
  </section>`;
}

function content(file: ShownFile, at: string): Markup {
  switch (file.kind) {
    case 'pdf':
      return html`<iframe src="${at}#navpanes=0&view=FitH" class="long" title="附件：${file.name}"></iframe>`;
    case 'picture':
      return html`<a href="${at}" target="_blank" rel="noopener"><img src="${at}" alt="附件图片：${file.name}" /></a>`;
    case 'words':
      return html`<div class="words">
          ${file.blocks.map((block) => (block.kind === 'table' ? grid(block.rows) : paragraph(block.text)))}
        </div>
        ${file.unread.length === 0 ? '' : html`<p class="hint">文中的${file.unread.join('、')}没有显示，请下载原件核对。</p>`}`;
    case 'table':
      return html`${file.sheets.map(sheet)}`;
    case 'saved':
      return html`<p class="note note-amber">
        ${file.why}：请下载后用 WPS 或 Office 打开。来路不明的，先查毒再打开。
      </p>`;
  }
}

function paragraph(text: string): Markup {
  return text.trim() === '' ? html`` : html`<p>${text}</p>`;
}

function sheet({ name, rows, more }: ShownSheet): Markup {
  return html`<p class="quiet">工作表：${name}</p>
    ${rows.length === 0 ? html`<p class="quiet">没有内容。</p>` : grid(rows)}
    ${more > 0 ? html`<p class="hint">还有${more}行没有显示，请下载原件查看。</p>` : ''}`;
}

function grid(rows: readonly (readonly string[])[]): Markup {
  return html`<div class="scroll">
    <table class="grid">
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
