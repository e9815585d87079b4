import type { AnswersRead, TaskAnswer } from '../../mail/answer/read-answers.js';
import type { SheetsRead } from './read-sheets.js';

export interface JoinedReading {
  readonly read: AnswersRead;
  /** Tasks whose answer is a row of a sheet. */
  readonly fromSheet: readonly number[];
  /** Of these, the ones that the text speaks of too. */
  readonly both: readonly number[];
  /** Whole sentences about the sheets, for the receipt. */
  readonly unclear: readonly string[];
}

/**
 * What a mail says in its text and in its sheets as one reading. Where both speak of a task the sheet counts: it was
 * filled in field by field, and the text is kept with the mail.
 */
export function joinReadings(text: AnswersRead, sheets: SheetsRead, hasSections: boolean): JoinedReading {
  const fromSheet = sheets.answers.map(({ task }) => task);
  const foreign = sheets.foreign.map((task) => `任务${task}：调度表`);
  const spoken = fromSheet.length === 0 || hasSections ? text.answers : text.answers.filter(isReport);
  const words = [...text.unplaced, ...text.answers.filter((answer) => !spoken.includes(answer)).flatMap(proseOf)];
  const answers = [...spoken.filter(({ task }) => !fromSheet.includes(task)), ...sheets.answers];
  return {
    read: {
      ...text,
      answers: answers.toSorted((one, other) => one.task - other.task),
      unplaced: [...(fromSheet.length === 0 ? words : words.filter((said) => !handsOver(said))), ...foreign],
    },
    fromSheet,
    both: spoken.map(({ task }) => task).filter((task) => fromSheet.includes(task)),
    unclear: answers.length === 0 ? [...sheets.unclear, ...sheets.blank] : sheets.unclear,
  };
}

/** The way by which the answer on a task came. */
export function channelOf({ fromSheet }: Pick<JoinedReading, 'fromSheet'>, task: number): 'sheet' | 'reply' {
  return fromSheet.includes(task) ? 'sheet' : 'reply';
}

/** Words beside a sheet that name no task are an answer only where they rate or count. */
function isReport({ content }: TaskAnswer): boolean {
  return content.unchanged === true || content.rating !== undefined || content.figures.length > 0;
}

const proseOf = ({ content }: TaskAnswer): readonly string[] =>
  content.progress === undefined ? [] : [content.progress];

/** Words that only hand over the file they come with. */
const handsOver = (words: string): boolean =>
  words.length <= 80 && /调度表|附件|附上|见附|如附|报送|上报|查收|收到/u.test(words);
