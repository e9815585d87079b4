import type { AnswersRead } from '../../mail/answer/read-answers.js';
import type { MailAttachment } from '../../mail/read/sort-parts.js';
import type { SheetsRead } from './read-sheets.js';

/** Names of the files that carry what a mail has to say, where it says nothing itself; what was read as a 调度表 is none. */
export function filesToEnter(
  { answers, unplaced, extension, contactChange }: AnswersRead,
  files: readonly MailAttachment[],
  { sheets }: Pick<SheetsRead, 'sheets'>,
): readonly string[] {
  const isSilent = answers.length === 0 && unplaced.length === 0 && !extension && contactChange === undefined;
  if (!isSilent) return [];
  return files.filter(({ name, inline }) => !inline && !sheets.includes(name)).map(({ name }) => name);
}

/** What a text says besides handing over the files it comes with. */
export function withoutCoverNote(read: AnswersRead, text: string): AnswersRead {
  return isCoverNote(text) ? { ...read, answers: [], unplaced: [] } : read;
}

/** A line or two that only point at the files: “现将我厅情况报上，详见附件，请查收。” */
export function isCoverNote(text: string): boolean {
  const words = text.replaceAll(/\s+/gu, ' ').trim();
  if (words === '') return true;
  return words.length <= coverNoteAtMost && pointsAtFile.test(words) && !saysItself.test(words);
}

const coverNoteAtMost = 120;
const pointsAtFile = /附件|附上|见附|如附|附后|附表|附文|随信|查收|审阅|收阅|^现将.{2,60}(报|发|呈)/u;
/** Figures of its own, a rating or a section: then a person wrote an answer, whatever comes with it. */
const saysItself = /累计|无变化|同上|已完成|序时|滞后|尚未启动|申请|延期|[?？]|(^|\s)(任务)?\d{1,3}\s*[、.．：:]/u;
