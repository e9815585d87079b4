import type { AnswerContent, Question } from '../../domain/answer.js';
import { lackingFields, type NeededField } from '../../domain/answer-needs.js';
import { figureDoubt } from '../../domain/figure-doubts.js';
import type { Rating } from '../../domain/rating.js';
import type { AskedTask } from './asked-task.js';

/** What an answer leaves open, for the receipt: doubts of reading first, then what its own rating calls for. */
export function questionsOn(asked: AskedTask, content: AnswerContent, doubts: readonly string[]): Question[] {
  const texts = [...doubts, ...doubtful(asked, content), ...missing(content, doubts)];
  return [...new Set(texts)].map((text) => ({ task: asked.number, text }));
}

const called: Readonly<Record<Rating, (content: AnswerContent) => string[]>> = {
  done: doneWithout,
  behind: ({ cause }) => (cause === undefined ? ['自评“进展滞后”，未写明原因，请补充原因和预计赶上时间'] : []),
  notStarted: () => [],
  onTrack: () => [],
  longTerm: () => [],
  adjust: () => [],
  separate: () => [],
};

function missing(content: AnswerContent, doubts: readonly string[]): string[] {
  return content.rating === undefined ? unrated(content, doubts) : called[content.rating](content);
}

function unrated(content: AnswerContent, doubts: readonly string[]): string[] {
  const isClear = content.unchanged === true || content.figures.length > 0 || doubts.length > 0;
  return isClear ? [] : ['未注明自评，请注明已完成、序时推进、进展滞后等状态'];
}

const fieldNames: Readonly<Record<NeededField, string>> = {
  completedOn: '完成日期',
  evidence: '佐证文号',
  cause: '滞后原因',
  nextBy: '预计赶上时间',
};

function doneWithout(content: AnswerContent): string[] {
  const lacking = lackingFields(content).map((field) => fieldNames[field]);
  return lacking.length === 0 ? [] : [`自评“已完成”，未附${lacking.join('和')}，请补充`];
}

/** The rule of the form; a mail is not asked before it is taken, so its receipt asks. */
function doubtful({ targets, lastFigures }: AskedTask, content: AnswerContent): string[] {
  return content.figures.flatMap(({ target: index, value, confirmed }) => {
    const target = targets[index];
    const last = lastFigures?.find((figure) => figure.target === index)?.value;
    const doubt = confirmed === true || target === undefined ? undefined : figureDoubt(target, last, value);
    return doubt === undefined ? [] : [`${doubt}，请核对单位和口径`];
  });
}
