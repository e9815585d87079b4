import { chineseRound } from '../../domain/chinese-date.js';
import type { SheetClaims } from '../../domain/sheet-claims.js';
import type { TaskAnswer } from '../../mail/answer/read-answers.js';
import type { TaskRow } from '../../record/office-facts.js';
import type { SheetAnswer, SheetReading } from '../../sheets/answer-sheet/read-answer-sheet.js';
import type { AnswerPlace } from './read-answer-mail.js';
import type { SheetsRead } from './read-sheets.js';

interface Sheet {
  readonly claims: SheetClaims;
  readonly reading: SheetReading;
}

/** The answers of one sheet that belongs to this place, in the manner of a reply's sections. */
export function sheetAnswers(
  name: string,
  { claims, reading }: Sheet,
  place: AnswerPlace,
  asked: readonly TaskRow[],
): SheetsRead {
  const elsewhere = notOf(place, claims);
  if (elsewhere !== undefined)
    return { answers: [], foreign: [], blank: [], sheets: [name], unopened: [], ...elsewhere(name) };
  const filled = reading.rows.filter((row) => row.filled);
  const spoiled = reading.rows.filter((row) => !row.filled && row.problems.length > 0);
  const cells = [...spoiled.flatMap(({ problems }) => problems), ...reading.strays];
  const isBlank = filled.length === 0 && cells.length === 0;
  return {
    answers: filled.flatMap((row) =>
      asked.filter(({ number }) => number === row.task).map((task) => answerOf(row, task)),
    ),
    foreign: filled.map(({ task }) => task).filter((task) => asked.every(({ number }) => number !== task)),
    sheets: [name],
    unopened: [],
    unclear: cells.map(({ cell, text }) => `调度表《${name}》${cell}：${text}。`),
    blank: isBlank ? [`调度表《${name}》没有填写内容。`] : [],
    doubts: [],
  };
}

/** A register may have lost a target since the sheet was written; its figure is then asked about. */
function answerOf({ content, problems, row }: SheetAnswer, { number, targets }: TaskRow): TaskAnswer {
  const figures = content.figures.filter(({ target }) => target < targets.length);
  const isChanged = figures.length < content.figures.length;
  return {
    task: number,
    content: { ...content, figures },
    questions: [
      ...problems.map(({ cell, text }) => ({ task: number, text: `调度表${cell}：${text}` })),
      ...(isChanged ? [{ task: number, text: `调度表第${row}行的累计数与台账现有目标对不上，请按现有目标重报` }] : []),
    ],
  };
}

type Elsewhere = (name: string) => Pick<SheetsRead, 'unclear' | 'doubts'>;

function notOf({ campaign, round, party }: AnswerPlace, claims: SheetClaims): Elsewhere | undefined {
  if (claims.campaign !== campaign || claims.party !== party)
    return (name) => ({
      unclear: [`附件《${name}》是另一单位的调度表，未计入，已转我办核对。`],
      doubts: [`所附调度表属于${claims.party}，与来件不一致，未计入`],
    });
  if (claims.round !== round) {
    const [of, asked] = [chineseRound(claims.round), chineseRound(round)];
    return (name) => ({
      unclear: [
        `附件《${name}》是${of}调度的调度表，来件回复的是${asked}调度，未计入；请用${asked}通知所附的调度表重报。`,
      ],
      doubts: [`所附调度表属于${claims.round}期，与所回复的函（${round}期）不一致，未计入`],
    });
  }
  return undefined;
}
