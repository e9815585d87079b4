import type { AnswerContent, Figure } from '../../domain/answer.js';
import { figureDoubt } from '../../domain/figure-doubts.js';
import type { AskedTask } from './answer-form.js';
import { fieldName, type Draft } from './draft.js';
import type { BadField } from './read-answers.js';

/** A figure that looks wrong is taken once its box is ticked; the box names the figure, so another one asks again. */
export function confirmFigures(
  task: AskedTask,
  draft: Draft,
  content: AnswerContent,
): { readonly content: AnswerContent; readonly bad: readonly BadField[] } {
  const bad: BadField[] = [];
  const figures = content.figures.map((figure): Figure => {
    const doubt = doubtOf(task, figure);
    if (doubt === undefined) return figure;
    const confirm = String(figure.value);
    if (draft[fieldName(task.number, `sure.${figure.target}`)] === confirm) return { ...figure, confirmed: true };
    const field = fieldName(task.number, `figure.${figure.target}`);
    const message = `${doubt}，请核对单位和口径；确认无误的，勾选“数字无误”后再提交`;
    bad.push({ field, label: `任务${task.number}`, message, confirm });
    return figure;
  });
  return { content: { ...content, figures }, bad };
}

function doubtOf(task: AskedTask, { target: index, value }: Figure): string | undefined {
  const target = task.targets[index];
  return target && figureDoubt(target, target.last?.value, value);
}
