import { html, raw } from 'hono/html';
import type { BookLetter } from './year-book.js';

type People = BookLetter['letter']['opened']['to'];

/** Nothing of a letter runs or loads, wherever the page is opened. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const style = `
body { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; line-height: 1.7; margin: 0; word-break: break-word; }
.envelope { background: #f0f3f2; border-bottom: 1px solid #dde1dd; padding: 10px 16px; font-size: 14px; line-height: 1.6; }
.envelope h1 { font-size: 17px; margin: 0 0 4px; }
.envelope p { margin: 0; color: #45545d; }
.plain { white-space: pre-wrap; padding: 0 16px; }
`;

/** A letter as its recipient's mail program shows it, as a page of its own. */
export async function letterPreview({ letter, day, time }: BookLetter): Promise<string> {
  const { from, to, cc, subject, attachments, markup, text } = letter.opened;
  const body = markup === null ? html`<div class="plain">${text}</div>` : raw(markup);
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${subject}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <div class="envelope">
          <h1>${subject}</h1>
          <p>${day} ${time}　发件：${people(from)}</p>
          <p>收件：${people(to)}${cc.length > 0 ? `　抄送：${people(cc)}` : ''}</p>
          ${attachments.length > 0 ? html`<p>附件：${attachments.map(({ name }) => name).join('、')}</p>` : ''}
        </div>
        ${body}
      </body>
    </html>`;
  return String(await page);
}

function people(list: People): string {
  return list.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join('，');
}
