import { nameWords } from '../../client/words/names.js';
import { chineseDay } from '../../domain/chinese-date.js';
import { counted } from '../../domain/sentence.js';

/** What a rehearsed year warns of beside its plan. */
const chinese = {
  manyTasks: (party: string, tasks: number, most: number) =>
    `${party}牵头${tasks}项任务（多于${most}项），每期要填报的内容很多，宜先沟通。`,
  eve: (day: string) => `${chineseDay(day)}是节前最后一个工作日，当天有函发出。`,
  lapsed: (letters: number) => `有${letters}封督办函到关闭时仍未签发而失效。`,
  refused: (letters: number) => `有${letters}封函没有可用的收件信箱，未能发出。`,
};

const english: typeof chinese = {
  manyTasks: (party, tasks, most) =>
    `${party} leads ${counted(tasks, 'task')}, more than ${most}: much to report each round; better talk with them first.`,
  eve: (day) => `${nameWords.en.day(day)} is the last workday before a holiday, and letters leave on it.`,
  lapsed: (letters) => `${counted(letters, 'escalation letter')} lapsed at closing without a signature.`,
  refused: (letters) => `${counted(letters, 'letter')} had no mailbox to go to and did not leave.`,
};

export const yearWarningWords = { zh: chinese, en: english };
