import { counted } from '../../domain/sentence.js';
import type { UnreadKind } from '../../sheets/answer-sheet/open-answer-sheet.js';

const copyOut = 'copy what is needed into a new workbook and save that as .xlsx';
const english: Readonly<Record<UnreadKind, string>> = {
  unsealed: 'no sheet that came with an opening letter: its page with the seal is missing',
  forged:
    'its seal was not made with the secret of this machine; a mail with it would be held; check where it comes from',
  tableless: 'the table is not in the workbook; take the sheet that came with the letter',
  'too-large': `the file is too large for a filled sheet; ${copyOut}`,
  'old-format': 'an old workbook (.xls, .et) or one with a password; take the password off and save it as .xlsx',
  'not-a-workbook': 'the file is no .xlsx workbook; open it with Excel or WPS and save it as .xlsx',
  damaged: `the file is damaged; ${copyOut}`,
  bomb: `the file unpacks to far more than a sheet needs; ${copyOut}`,
  names: `the file holds parts with names that are not safe; ${copyOut}`,
  'active-content': `the workbook holds macros, controls or embedded files; ${copyOut}`,
  'external-link': `the workbook is linked to something outside; ${copyOut}`,
  entity: `the workbook holds entities or a document type; ${copyOut}`,
  encrypted: 'the workbook is encrypted; take the password off and save it as .xlsx',
  dimensions: `the workbook holds far more cells or text than a sheet needs; ${copyOut}`,
  unreadable: 'the workbook cannot be read; open it with Excel or WPS and save it as .xlsx',
  'too-slow': `the workbook takes too long to read; ${copyOut}`,
};

/** What `sheet inspect` says. */
const chinese = {
  unread: (_kind: UnreadKind, said: string) => said,
  accepted: (round: string, party: string) => `可以读取：${party}，${round}`,
  unchecked: '标识未核对：本机没有签名密钥。',
  refusedFile: (reason: string) => `不读取：${reason}`,
  row: (task: number, row: number) => `任务${task}（第${row}行）`,
  empty: '未填',
  problem: (cell: string, text: string) => `${cell}：${text}。`,
  sum: (filled: number, all: number, problems: number) =>
    `共 ${all} 项任务，已填 ${filled} 项${problems === 0 ? '' : `，${problems} 个单元格需核对`}。`,
};

const inEnglish: typeof chinese = {
  unread: (kind) => `${english[kind]}.`,
  accepted: (round, party) => `Readable: ${party}, ${round}`,
  unchecked: 'The seal was not checked: this machine has no signing secret.',
  refusedFile: (reason) => `Not read: ${reason}`,
  row: (task, row) => `Task ${task} (row ${row})`,
  empty: 'not filled in',
  // What is wrong is said in Chinese, as the receipt does.
  problem: (cell, text) => `${cell}: ${text}.`,
  sum: (filled, all, problems) =>
    `${counted(all, 'task')}, ${filled} filled in${problems === 0 ? '' : `, ${counted(problems, 'cell')} to be looked at`}.`,
};

export const sheetWords = { zh: chinese, en: inEnglish };
