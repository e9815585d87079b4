import { readDocument } from '../../documents/read/read-document.js';
import type { MailAttachment } from '../../mail/read/sort-parts.js';
import { fileKind } from '../../sheets/file-kind.js';
import { readWorkbook } from '../../sheets/read-workbook.js';
import { SheetRefused } from '../../sheets/sheet-refused.js';
import type { Cell, Sheet } from '../../sheets/workbook.js';
import type { FileHead, ShownFile, ShownSheet } from '../entry/shown-file.js';
import { isRefusal } from '../is-refusal.js';

/** What browsers show by themselves, by first bytes: what a mail says of its parts is not believed. */
const shownByBrowsers: readonly { readonly media: string; readonly begins: RegExp }[] = [
  { media: 'application/pdf', begins: /^%PDF-/ },
  { media: 'image/png', begins: /^\x89PNG\r\n/ },
  { media: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { media: 'image/gif', begins: /^GIF8[79]a/ },
  { media: 'image/webp', begins: /^RIFF.{4}WEBP/s },
  { media: 'image/bmp', begins: /^BM.{4}\0\0\0\0/s },
];

export function mediaOf(content: Buffer): string | null {
  const head = content.subarray(0, 16).toString('latin1');
  return shownByBrowsers.find(({ begins }) => begins.test(head))?.media ?? null;
}

/** A file of a mail as it stands beside the form: its words where they can be had safely, else how to see it. */
export async function showFile({ name, bytes, content }: MailAttachment, index: number): Promise<ShownFile> {
  const head: FileHead = { index, name, bytes };
  const media = mediaOf(content);
  if (media !== null) return { ...head, kind: media === 'application/pdf' ? 'pdf' : 'picture' };
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  if (fileKind(content) === 'ole2') return { ...head, kind: 'saved', why: containerWords[ending] ?? containerWord };
  if (fileKind(content) === 'zip') return isWorkbook(ending, content) ? table(head, content) : words(head, content);
  return { ...head, kind: 'saved', why: '浏览器不能直接显示这种文件' };
}

const containerWords: Readonly<Record<string, string>> = {
  wps: 'WPS 文字的旧格式（.wps），不能在此显示',
  et: 'WPS 表格的旧格式（.et），不能在此显示',
  dps: 'WPS 演示的旧格式（.dps），不能在此显示',
  doc: 'Word 的旧格式（.doc），不能在此显示',
  xls: 'Excel 的旧格式（.xls），不能在此显示',
  ppt: 'PowerPoint 的旧格式（.ppt），不能在此显示',
};
const containerWord = '文件加了密码，或是旧格式，不能在此显示';

function isWorkbook(ending: string, content: Buffer): boolean {
  if (/^(xlsx|xlsm|xlsb|et|ett)$/.test(ending)) return true;
  return !/^(docx|docm|wps|wpt)$/.test(ending) && content.includes('xl/workbook');
}

/** Photographs make a report large; its words alone are unpacked. */
const documentBytes = 25 << 20;

function words(head: FileHead, content: Buffer): ShownFile {
  try {
    const { blocks, unread } = readDocument(content, documentBytes);
    return { ...head, kind: 'words', blocks, unread };
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    return { ...head, kind: 'saved', why: problem.message.split('；')[0] ?? problem.message };
  }
}

async function table(head: FileHead, content: Buffer): Promise<ShownFile> {
  try {
    const { sheets } = await readWorkbook(content);
    return { ...head, kind: 'table', sheets: sheets.filter(({ hidden }) => !hidden).map(shownSheet) };
  } catch (problem) {
    if (!(problem instanceof SheetRefused)) throw problem;
    return { ...head, kind: 'saved', why: problem.message.split('；')[0] ?? problem.message };
  }
}

const rowsAtMost = 200;
const columnsAtMost = 40;

function shownSheet({ name, rows }: Sheet): ShownSheet {
  const filled = rows.filter((row) => row.some((cell) => cell !== undefined && cellWords(cell) !== ''));
  const shown = filled.slice(0, rowsAtMost).map((row) => Array.from(row.slice(0, columnsAtMost), cellWords));
  return { name, rows: shown, more: filled.length - shown.length };
}

function cellWords(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (cell.kind === 'percent' && typeof cell.value === 'number') return `${Number((cell.value * 100).toFixed(4))}%`;
  return cell.kind === 'uncached' ? '（公式）' : String(cell.value);
}
