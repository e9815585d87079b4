import type { AnswerContent, Question } from '../../domain/answer.js';
import type { AnswerReading } from './read-answer-mail.js';
import { looseWords } from './read-reply.js';
import { refused } from './refused.js';

export interface ReleasedAnswer {
  readonly task: number;
  readonly content: AnswerContent;
  readonly questions: readonly Question[];
}

/** What a released mail says; refused where nobody could tell to which task its words or files belong. */
export function releasedAnswers(
  reading: AnswerReading,
  { task, party, round }: { readonly task?: number; readonly party: string; readonly round: string },
): readonly ReleasedAnswer[] {
  const { asked, read, toEnter } = reading;
  if (task !== undefined && !asked.some(({ number }) => number === task))
    throw refused(
      `任务${task}不在${party}于${round}期应报之列；该单位应报${list(asked.map(({ number }) => number))}。`,
    );
  if (read.answers.length > 0) return read.answers;
  if (toEnter.length > 0)
    throw refused(
      `来件仅有附件，尚未录入：请在看板“待录入”中录入，或用 shuangyue answer ${task ?? asked[0]?.number ?? '任务号'} --mail 来件编号；录入后再采用。`,
    );
  if (looseWords(read).length > 0)
    throw refused(`来件未写明各属哪一项任务，请用 --task 指明其一（应报${list(asked.map(({ number }) => number))}）。`);
  if (read.extension === undefined && read.contactChange === undefined)
    throw refused('来件正文没有可读的报送内容，请看原件后用 shuangyue answer 代录，再用 shuangyue mail refuse 核销。');
  return [];
}

function list(tasks: readonly number[]): string {
  return tasks.length === 0 ? '：无' : `任务${tasks.join('、')}`;
}
