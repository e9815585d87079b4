import { elements, parseXml, type XmlElement } from '../../documents/read/parse-xml.js';
import type { Block, Draft, Table } from '../compose/draft.js';
import * as style from '../compose/letter-style.js';

type Growing = { -readonly [key in keyof Draft]: Draft[key] } & { blocks: Block[] };

/** Our own letter as it went, from the HTML of the kept mail: what is laid before a head is what he was sent. */
export function letterOfHtml(html: string): Draft {
  const document = parseXml(html.replace(/^\s*<!doctype[^>]*>/i, '').replaceAll('&nbsp;', '&#160;'));
  const page = find(document, style.page);
  if (page === undefined)
    throw new Error('a kept letter without its page: expected the markup of mail/compose/set-html.ts');
  const draft: Growing = { subject: '', issuer: '', blocks: [], foot: [] };
  let caption: string | undefined;
  for (const part of elements(page)) {
    const look = part.attributes['style'];
    if (look === style.caption) caption = text(part);
    else if (look === style.table) {
      draft.blocks.push(tableOf(part, caption));
      caption = undefined;
    } else take(draft, part, look);
  }
  return draft;
}

function find(element: XmlElement, look: string): XmlElement | undefined {
  if (element.attributes['style'] === look) return element;
  for (const child of elements(element)) {
    const found = find(child, look);
    if (found !== undefined) return found;
  }
  return undefined;
}

function take(draft: Growing, part: XmlElement, look: string | undefined): void {
  const words = text(part);
  switch (look) {
    case style.issuer:
      draft.issuer = words;
      return;
    case style.title:
      draft.title = words;
      return;
    case style.salutation:
      draft.salutation = words;
      return;
    case style.heading:
      draft.blocks.push({ kind: 'heading', text: words });
      return;
    case style.lines:
      draft.blocks.push({ kind: 'lines', lines: words.split('\n') });
      return;
    case style.signature:
      sign(draft, words);
      return;
    case style.foot:
      draft.foot = words.split('\n');
      return;
    case style.link:
    case style.rule:
    case style.inset:
      return;
    default:
      if (part.name === 'table') refer(draft, part);
      else draft.blocks.push({ kind: 'paragraph', text: words });
  }
}

function sign(draft: Growing, words: string): void {
  const [issuer = '', date] = words.split('\n');
  if (issuer.endsWith('（印章）')) draft.sealed = true;
  if (date !== undefined) draft.date = date;
}

/** 文号 on the left, 签发人 on the right. */
function refer(draft: Growing, table: XmlElement): void {
  const [documentNo = '', signer = ''] = cells(elements(table, 'tr')[0]);
  if (documentNo !== '') draft.documentNo = documentNo;
  if (signer !== '') draft.signedBy = signer.replace(/^签发人：/, '');
}

function tableOf(table: XmlElement, caption: string | undefined): Table {
  const [head, ...rows] = elements(table, 'tr');
  const heads = head === undefined ? [] : elements(head, 'th');
  return {
    kind: 'table',
    ...(caption !== undefined && { caption }),
    columns: heads.map((cell) => ({ label: text(cell), width: Number.parseInt(cell.attributes['width'] ?? '20', 10) })),
    rows: rows.map(cells),
  };
}

function cells(row: XmlElement | undefined): readonly string[] {
  return row === undefined ? [] : elements(row, 'td').map(text);
}

/** Line breaks are ours; those of the markup are layout. */
function text(element: XmlElement): string {
  const words = (part: XmlElement): string =>
    part.children
      .map((child) => {
        if (typeof child === 'string') return child.replaceAll(/\s*\n\s*/g, '');
        return child.name === 'br' ? '\n' : words(child);
      })
      .join('');
  return words(element).trim();
}
