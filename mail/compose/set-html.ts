import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { replyMarker } from '../read/reply-marker.js';
import { filledColumns, type Block, type Column, type Draft, type Table } from './draft.js';
import * as style from './letter-style.js';

type Markup = ReturnType<typeof html>;

const nothing = html``;

const cellStyle = ({ align = 'left', whole }: Column): string =>
  `${style.cell}text-align:${align};${whole ? 'white-space:nowrap;' : ''}`;

/** Our own line breaks; everything else in the text is escaped. */
const setLines = (lines: readonly string[]): readonly Markup[] =>
  lines.map((line, i) => (i > 0 ? html`<br />${line}` : html`${line}`));

const setTable = (table: Table): Markup => {
  const { columns, rows } = filledColumns(table);
  const total = columns.reduce((sum, { width = 20 }) => sum + width, 0);
  return html`${table.caption ? html`<p style="${style.caption}">${table.caption}</p>` : nothing}
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.table}">
      <tr>
        ${columns.map(
          ({ label, width = 20 }) =>
            html`<th width="${Math.round((width / total) * 100)}%" style="${style.headCell}">${label}</th>`,
        )}
      </tr>
      ${rows.map(
        (row) =>
          html`<tr>
            ${columns.map((column, i) => html`<td style="${cellStyle(column)}">${setLines((row[i] ?? '').split('\n'))}</td>`)}
          </tr>`,
      )}
    </table>`;
};

const setLink = ({ label, url, note }: Extract<Block, { kind: 'link' }>): Markup =>
  html`<p style="${style.link}">
    <span style="${style.label}">${label}：</span><a href="${url}" style="${style.anchor}">${url}</a
    ><span style="${style.small}">${note}</span>
  </p>`;

const setBlock = (block: Block): Markup => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="${style.paragraph}">${block.text}</p>`;
    case 'heading':
      return html`<p style="${style.heading}">${block.text}</p>`;
    case 'lines':
      return html`<p style="${style.lines}">${setLines(block.lines)}</p>`;
    case 'link':
      return setLink(block);
    case 'inset':
      // The bulletin's own page, composed and escaped by us.
      return html`<div style="${style.inset}">${raw(block.html)}</div>`;
    case 'table':
      return setTable(block);
  }
};

const setMarker = ({ howToReply }: Draft): Markup =>
  howToReply
    ? html`<p style="${style.marker}">${replyMarker}</p>
        <p style="${style.markerNote}">${howToReply}</p>`
    : nothing;

const setReference = ({ documentNo, signedBy }: Draft): Markup =>
  documentNo || signedBy
    ? html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
        <tr>
          <td style="${style.reference}text-align:left;">${documentNo ?? ''}</td>
          <td style="${style.reference}text-align:right;">${signedBy ? `签发人：${signedBy}` : ''}</td>
        </tr>
      </table>`
    : nothing;

const setHead = (draft: Draft): Markup =>
  html`<p style="${style.issuer}">${draft.issuer}</p>
    ${setReference(draft)}
    <div style="${style.rule}">&nbsp;</div>
    ${draft.title ? html`<p style="${style.title}">${draft.title}</p>` : nothing}
    ${draft.salutation ? html`<p style="${style.salutation}">${draft.salutation}</p>` : nothing}`;

const setFoot = ({ issuer, date, sealed, foot }: Draft): Markup =>
  html`<p style="${style.signature}">${issuer}${sealed ? '（印章）' : ''}${date ? html`<br />${date}` : nothing}</p>
    ${foot.length > 0 ? html`<p style="${style.foot}">${setLines(foot)}</p>` : nothing}`;

/** The letter as a mail program shows it: one column, inline styles, tables that Outlook, QQ and 163 keep. */
export const setHtml = (draft: Draft): string => {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${draft.subject}</title>
      </head>
      <body style="${style.body}">
        ${setMarker(draft)}
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
          <tr>
            <td align="center">
              <table role="presentation" width="720" cellpadding="0" cellspacing="0" border="0" style="${style.sheet}">
                <tr>
                  <td style="${style.page}">${setHead(draft)} ${draft.blocks.map(setBlock)} ${setFoot(draft)}</td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
  // Only a template with a promise in it would be one; ours have none.
  return (page as HtmlEscapedString).toString();
};
