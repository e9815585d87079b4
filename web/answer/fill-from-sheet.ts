import type { AttachedFile } from '../../domain/answer.js';
import type { SheetAnswer, SheetReading } from '../../sheets/answer-sheet/read-answer-sheet.js';
import { type AnswerForm, isAsked } from './answer-form.js';
import { type Draft, fieldName, filesOf, inputsOf, people, withFiles } from './draft.js';
import type { BadField } from './read-answers.js';
import type { TakenPage } from './take-uploads.js';

export interface FilledSheet {
  readonly file: AttachedFile;
  readonly reading: SheetReading;
  /** The card on which it was put. */
  readonly task: number;
}

/**
 * The rows of a 调度表 in the inputs of their tasks. What was typed on the page stays; `shown` is the page as it came.
 * The sheet is kept with every answer that it gave.
 */
export function fillFromSheet(form: AnswerForm, shown: Draft, page: TakenPage, sheet: FilledSheet): TakenPage {
  const { rows, strays } = sheet.reading;
  const isHere = ({ task }: SheetAnswer) => form.tasks.some((one) => one.number === task && isAsked(one));
  const filled = rows.filter(({ filled: isFilled }) => isFilled);
  const here = filled.filter(isHere);
  const draft = here.reduce((before, row) => fillRow(before, shown, row, sheet.file), page.draft);
  const said = filled.length > 0 || strays.length > 0 || rows.some(({ problems }) => problems.length > 0);
  const blank = problem(fieldName(sheet.task, 'file'), `任务${sheet.task}`, `调度表《${sheet.file.name}》没有填写内容`);
  return {
    draft: withPeople(draft, here),
    bad: [
      ...page.bad,
      ...rows
        .filter(isHere)
        .flatMap(({ task, problems }) =>
          problems.map(({ cell, text }) => problem(fieldName(task, 'file'), `任务${task}`, `调度表${cell}：${text}`)),
        ),
      ...filled
        .filter((row) => !isHere(row))
        .map(({ task }) => problem('', '本页', `调度表里的任务${task}不在本页应填之列，没有取`)),
      ...strays.map(({ cell, text }) => problem('', '本页', `调度表${cell}：${text}`)),
      ...(said ? [] : [blank]),
    ],
  };
}

const problem = (field: string, label: string, message: string): BadField => ({ field, label, message });

function fillRow(draft: Draft, shown: Draft, { task, content }: SheetAnswer, file: AttachedFile): Draft {
  const isLeft = (name: string) => !draft[name]?.trim() || draft[name] === shown[name];
  const said = Object.entries(inputsOf(task, content)).filter(([name]) => isLeft(name));
  const files = filesOf(draft, task).filter(({ hash }) => hash !== file.hash);
  return withFiles({ ...draft, ...Object.fromEntries(said) }, task, [...files, file]);
}

/** Written once, and meant for the whole sheet. */
function withPeople(draft: Draft, [first]: readonly SheetAnswer[]): Draft {
  const said = people.flatMap((name) =>
    !draft[name]?.trim() && first?.content[name] ? [[name, first.content[name]] as const] : [],
  );
  return { ...draft, ...Object.fromEntries(said) };
}
