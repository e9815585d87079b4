import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AnswerContent } from '../../domain/answer.js';
import { isAsked, type AnswerForm, type AskedTask, type SubmittedAnswer } from './answer-form.js';
import { fieldName, filesOf, isTouched, people, type Person, typed, type Draft } from './draft.js';
import { confirmFigures } from './confirm-figures.js';
import { contentOf, taskInputs } from './task-inputs.js';

/** One input that could not be read; `field` is its name, or '' where the page as a whole is meant. */
export interface BadField {
  readonly field: string;
  readonly label: string;
  readonly message: string;
  /** The figure as read, where nothing is wrong with it but it is to be confirmed. */
  readonly confirm?: string;
}

export type ReadAnswers =
  | { readonly ok: true; readonly answers: readonly SubmittedAnswer[] }
  | { readonly ok: false; readonly bad: readonly BadField[] };

const person = z.string().trim().max(60, '不超过60字，填姓名和职务即可');
const signatures = z.object({
  filledBy: person.optional(),
  reviewedBy: person.optional(),
  signedOffBy: person.optional(),
});

/** Tasks left empty or as they came are not answers. `today` is the campaign zone's date. */
export function readAnswers(form: AnswerForm, draft: Draft, today: string): ReadAnswers {
  const signed = signatures.safeParse(draft);
  const read = form.tasks
    .filter((task) => isAsked(task) && isTouched(draft, task))
    .map((task) => readTask(task, draft, today));
  const bad = [...read.flatMap((one) => one.bad), ...(signed.success ? [] : badPeople(signed.error))];
  if (read.length === 0) bad.unshift(nothingFilled);
  if (bad.length > 0 || !signed.success) return { ok: false, bad };
  const names = people.flatMap((name) => (signed.data[name] ? [[name, signed.data[name]] as const] : []));
  return { ok: true, answers: read.flatMap((one) => submitted(one, draft, Object.fromEntries(names))) };
}

interface ReadTask {
  readonly task: AskedTask;
  readonly content: AnswerContent | null;
  readonly bad: readonly BadField[];
}

function readTask(task: AskedTask, draft: Draft, today: string): ReadTask {
  const words = typed(draft, task);
  const figures = task.targets.map((_, index) => words[`figure.${index}`] ?? '');
  const read = taskInputs(task, today).safeParse({ ...words, figures });
  if (read.success) {
    const files = filesOf(draft, task.number);
    const content = { ...contentOf(task, read.data), ...(files.length > 0 && { files }) };
    return { task, ...confirmFigures(task, draft, content) };
  }
  return {
    task,
    content: null,
    bad: read.error.issues.map((issue) => ({
      field: fieldName(
        task.number,
        issue.path[0] === 'figures' ? `figure.${String(issue.path[1])}` : String(issue.path[0]),
      ),
      label: `任务${task.number}`,
      message: issue.message,
    })),
  };
}

function submitted(
  { task, content }: ReadTask,
  draft: Draft,
  names: Pick<AnswerContent, Person>,
): readonly SubmittedAnswer[] {
  if (!content) return [];
  const whole = { ...content, ...names };
  return [{ task: task.number, answerId: answerId(draft, task, whole), content: whole }];
}

/** Made of the page and of the words: going back and correcting the same page is a new answer, a second click is not. */
function answerId(draft: Draft, task: AskedTask, content: AnswerContent): string {
  const asShown = draft[fieldName(task.number, 'shown')] ?? '';
  const words = JSON.stringify([draft['submission'] ?? '', task.number, asShown, content]);
  return `form-${createHash('sha256').update(words).digest('hex').slice(0, 32)}`;
}

export const personNames: Readonly<Record<Person, string>> = {
  filledBy: '填报人',
  reviewedBy: '审核人',
  signedOffBy: '审签人',
};

function badPeople(error: z.ZodError): readonly BadField[] {
  return error.issues.map((issue) => ({
    field: String(issue.path[0]),
    label: personNames[issue.path[0] as Person],
    message: issue.message,
  }));
}

const nothingFilled: BadField = {
  field: '',
  label: '本页',
  message: '没有填写或改动任何一项，因此没有登记；请至少填写一项任务后再提交。无新进展的，请勾选“无变化”。',
};
