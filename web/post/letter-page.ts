import { html } from 'hono/html';
import { chineseInstant } from '../../domain/chinese-date.js';
import { instantIn } from '../../domain/zone-time.js';
import { page } from '../page.js';
import { printSize } from '../print-size.js';
import type { Markup } from '../web-env.js';
import { quoted, replySubject, replyTo } from './compose-mail.js';
import { postMasthead, sentNote } from './mailbox-page.js';
import { printPeople, type ReadLetter } from './open-letter.js';
import type { Holder } from './post-counter.js';
import { postLinks } from './post-links.js';

export interface LetterView {
  readonly holder: Holder;
  readonly id: string;
  readonly letter: ReadLetter;
  readonly receivedAt: string;
  readonly sent: boolean;
  /** What was typed and why it was not sent. */
  readonly draft: string;
  readonly problem: string | null;
  readonly zone: string;
}

export function letterPage(view: LetterView): Markup {
  const { holder, letter } = view;
  return page({
    title: letter.subject,
    wide: true,
    masthead: postMasthead(),
    main: html`<p class="crumbs">
        <a href="${postLinks.office}">‹ 全部信箱</a>　<a href="${postLinks.mailbox(holder.address)}"
          >‹ ${holder.unit} · ${holder.post}</a
        >
      </p>
      ${view.sent ? sentNote() : ''}
      <article class="card">${head(view)} ${body(view)} ${attachments(view)}</article>
      ${replyBox(view)}`,
  });
}

function row(label: string, value: string): Markup {
  return value
    ? html`<dt>${label}</dt>
        <dd>${value}</dd>`
    : html``;
}

function head({ letter, receivedAt, zone }: LetterView): Markup {
  const at = letter.date?.getTime() ?? receivedAt;
  return html`<header class="letter-head">
    <h1>${letter.subject}</h1>
    <dl>
      ${row('发件人', printPeople(letter.from))} ${row('收件人', printPeople(letter.to))}
      ${row('抄送', printPeople(letter.cc))} ${row('时间', chineseInstant(instantIn(zone, at)))}
    </dl>
  </header>`;
}

function body({ holder, id, letter }: LetterView): Markup {
  const raw = html`<a href="${postLinks.raw(holder.address, id)}" download>下载原始邮件（.eml）</a>`;
  if (letter.html === null)
    return html`<pre>${letter.text}</pre>
      <p class="quiet">${raw}</p>`;
  return html`<iframe
      src="${postLinks.body(holder.address, id)}"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      class="${frameHeight(letter.text)}"
      title="信件正文：${letter.subject}"
    ></iframe>
    <p class="quiet">
      <a href="${postLinks.body(holder.address, id)}" target="_blank" rel="noopener">在新窗口打开正文</a>　${raw}
    </p>
    <details>
      <summary>纯文本正文</summary>
      <pre>${letter.text}</pre>
    </details>`;
}

/** A frame cannot measure its content without script; its text tells roughly. */
function frameHeight(text: string): 'short' | 'middle' | 'long' {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 55)), 0);
  if (lines <= 10) return 'short';
  return lines <= 40 ? 'middle' : 'long';
}

function attachments({ holder, id, letter }: LetterView): Markup {
  if (letter.attachments.length === 0) return html``;
  return html`<h2>附件</h2>
    <ul class="attachments">
      ${letter.attachments.map(
        ({ name, bytes }, index) =>
          html`<li>
            <a class="button" href="${postLinks.attachment(holder.address, id, index)}" download
              >${name}（${printSize(bytes.length)}）</a
            >
          </li>`,
      )}
    </ul>`;
}

function replyBox({ holder, id, letter, draft, problem, zone }: LetterView): Markup {
  const to = replyTo(letter);
  if (to.length === 0) return html`<p class="note">这封信没有可以回复的地址。</p>`;
  return html`<form
    class="card reply"
    id="reply"
    method="post"
    enctype="multipart/form-data"
    action="${postLinks.letter(holder.address, id)}#reply"
  >
    <h2>回复</h2>
    <p class="quiet breakable">由 ${holder.address} 寄给 ${to.join('，')}<br />主题：${replySubject(letter.subject)}</p>
    <div class="field ${problem ? 'invalid' : ''}">
      <label for="text">正文</label>
      ${problem ? html`<span class="bad" id="text-bad" role="alert">${problem}</span>` : ''}
      <textarea id="text" name="text" rows="8" ${problem ? html`aria-invalid="true" aria-describedby="text-bad"` : ''}>
${draft}</textarea>
    </div>
    <div class="field">
      <label for="file">附件<small>选填</small></label>
      <input type="file" id="file" name="file" />
    </div>
    <p><button type="submit" class="primary">寄出</button></p>
    <details>
      <summary>随信附上的原文引用</summary>
      <pre>${quoted(letter, zone)}</pre>
    </details>
  </form>`;
}
