import type { MailRemarks } from '../../record/schema.js';
import { chineseRound } from '../../domain/chinese-date.js';
import type { AnswerReading } from './read-answer-mail.js';
import { foreignTasks, looseWords } from './read-reply.js';

/** What the receipt says of a mail beside its answers. */
export function remarksOn(reading: AnswerReading, round: string, unchanged: readonly number[]): MailRemarks {
  return {
    files: reading.files,
    unclear: unclearSentences(reading, round),
    notes: notesOn(reading),
    ...(unchanged.length > 0 && { unchanged }),
  };
}

/** What is asked back because it could not be placed (texts-zh.md, 5). */
function unclearSentences({ read, asked, laterRound, unclear }: AnswerReading, round: string): readonly string[] {
  const foreign = foreignTasks(read);
  const example = asked.find(({ number }) => read.answers.every(({ task }) => task !== number)) ?? asked[0];
  return [
    ...looseWords(read).map((words) =>
      read.answers.length > 0
        ? `“${excerpt(words)}”未归入任何任务，如属某项进展，请写在该项之下。`
        : `“${excerpt(words)}”未写明各属哪一项任务，请按“任务${example?.number ?? 1}：……”逐项另起一行重报。`,
    ),
    ...(foreign.length > 0 ? [`任务${foreign.join('、')}不在贵单位本期应报之列，已转我办核对。`] : []),
    ...unclear,
    ...(laterRound
      ? [`来件回复的是${chineseRound(round)}调度的函，如系报送${chineseRound(laterRound)}调度，请回复该次通知。`]
      : []),
  ];
}

/** Of files that are still to be entered, or of an answer that was written twice in one mail. */
function notesOn({ both, toEnter }: AnswerReading): readonly string[] {
  if (toEnter.length > 0)
    return [
      `附件${toEnter.map((name) => `《${name}》`).join('')}已收到，内容由我办录入，收到时间以来件为准，录入后另发回执读回；贵单位不必重发。`,
    ];
  return both.length === 0 ? [] : [`任务${both.join('、')}在正文和所附调度表里都有内容，以调度表为准，正文一并留存。`];
}

function excerpt(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}……` : line;
}
