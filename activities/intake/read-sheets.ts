import type { TaskAnswer } from '../../mail/answer/read-answers.js';
import type { MailAttachment } from '../../mail/read/sort-parts.js';
import { readSheetToken } from '../../mail/sheet-token.js';
import type { TaskRow } from '../../record/office-facts.js';
import type { OpenedSheet } from '../../sheets/answer-sheet/open-answer-sheet.js';
import { openInTurn } from '../../sheets/answer-sheet/open-in-turn.js';
import { fileKind } from '../../sheets/file-kind.js';
import type { AnswerPlace } from './read-answer-mail.js';
import { sheetAnswers } from './sheet-answers.js';

/** What the workbooks that came with a mail say. */
export interface SheetsRead {
  readonly answers: readonly TaskAnswer[];
  /** Numbers on a sheet of tasks that its party is not asked any more. */
  readonly foreign: readonly number[];
  /** Names of the files that were opened as a 调度表, whosever it is. */
  readonly sheets: readonly string[];
  /** Whole sentences for the receipt: bad cells of no answer. */
  readonly unclear: readonly string[];
  /** The same of files that are none of our sheets. */
  readonly unopened: readonly string[];
  /** Sheets in which nothing was filled in: said where nothing else was said either. */
  readonly blank: readonly string[];
  /** Why the mail waits for a coordinator besides; without names of files, which may be names of persons. */
  readonly doubts: readonly string[];
}

/** A mail carries one; more are somebody's mistake. */
const atMost = 3;

/** Reads every workbook of a mail as a 调度表 of this place; what it is not is named and never guessed. */
export async function readSheets(
  files: readonly MailAttachment[],
  place: AnswerPlace,
  asked: readonly TaskRow[],
  secret: string,
): Promise<SheetsRead> {
  const workbooks = files.filter(isWorkbook);
  const read: SheetsRead[] = [];
  for (const { name, content } of workbooks.slice(0, atMost)) {
    const opened = await openInTurn(content, (token) => readSheetToken(token, secret));
    read.push(opened.kind === 'sheet' ? sheetAnswers(name, opened, place, asked) : unread(name, opened));
  }
  const rest = workbooks.slice(atMost).map(({ name }) => `附件《${name}》未读取：一封邮件只读前${atMost}个工作簿。`);
  return {
    answers: newestOf(read),
    foreign: [...new Set(read.flatMap(({ foreign }) => foreign))],
    sheets: read.flatMap(({ sheets }) => sheets),
    unclear: [...read.flatMap(({ unclear }) => unclear), ...twice(read)],
    unopened: [...read.flatMap(({ unopened }) => unopened), ...rest],
    blank: read.flatMap(({ blank }) => blank),
    doubts: read.flatMap(({ doubts }) => doubts),
  };
}

/** By its name, or by its bytes where the name says nothing. */
function isWorkbook({ name, content, inline }: MailAttachment): boolean {
  if (inline) return false;
  if (/\.(xlsx|xlsm|xlsb|xls|et|ett)$/iu.test(name)) return true;
  return !/\.[a-z0-9]{1,5}$/iu.test(name) && fileKind(content) === 'zip';
}

function unread(name: string, { kind, reason }: Exclude<OpenedSheet, { readonly kind: 'sheet' }>): SheetsRead {
  const sentence = `附件《${name}》未读取：${reason}`;
  const none = { answers: [], foreign: [], blank: [] };
  // A seal that does not hold is a matter of trust; the others are the sender's to mend.
  if (kind !== 'forged') return { ...none, sheets: [], unclear: [], unopened: [sentence], doubts: [] };
  return { ...none, sheets: [name], unclear: [sentence], unopened: [], doubts: ['所附调度表标识校验不符，未计入'] };
}

/** Of two sheets that speak of one task, the later one counts. */
function newestOf(read: readonly SheetsRead[]): readonly TaskAnswer[] {
  const newest = new Map(read.flatMap(({ answers }) => answers.map((answer) => [answer.task, answer] as const)));
  return [...newest.values()].toSorted((one, other) => one.task - other.task);
}

function twice(read: readonly SheetsRead[]): readonly string[] {
  const tasks = read.flatMap(({ answers }) => answers.map(({ task }) => task));
  const doubled = [...new Set(tasks.filter((task, at) => tasks.indexOf(task) !== at))];
  return doubled.length === 0 ? [] : [`任务${doubled.join('、')}在几张调度表里都填了，以后一张为准。`];
}
