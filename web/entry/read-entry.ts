import { isAsked, type AnswerForm, type SubmittedAnswer } from '../answer/answer-form.js';
import { type Draft, fieldName, filesOf, freshDraft, isTouched, withFiles } from '../answer/draft.js';
import { type BadField, readAnswers } from '../answer/read-answers.js';
import type { MailOpened } from './entry.js';

export type ReadEntry =
  | {
      readonly ok: true;
      readonly draft: Draft;
      readonly answers: readonly SubmittedAnswer[];
      readonly absent: readonly number[];
      readonly settle: boolean;
    }
  | { readonly ok: false; readonly draft: Draft; readonly bad: readonly BadField[] };

export function absentField(task: number): string {
  return fieldName(task, 'absent');
}

/** What a coordinator typed, by the rules of the liaison's own form; settled only when nothing of the mail is left. */
export function readEntry(opened: MailOpened, form: AnswerForm, posted: Draft, today: string): ReadEntry {
  const draft = withKeptFiles(form, posted);
  const settle = posted['act'] !== 'part';
  const touched = form.tasks.filter((task) => isAsked(task) && isTouched(draft, task)).map(({ number }) => number);
  const ticked = opened.toEnter.filter(({ task }) => draft[absentField(task)] !== undefined);
  const absent = ticked.filter(({ open }) => open).map(({ task }) => task);
  const isDone = touched.length === 0 && (absent.length > 0 || (settle && opened.entered.length > 0));
  const read = isDone ? ({ ok: true, answers: [] } as const) : readAnswers(form, draft, today);
  const bad = [
    ...(read.ok ? [] : read.bad),
    ...absent.filter((task) => touched.includes(task)).map(bothWays),
    ...ticked.filter(({ open }) => !open).map(({ task }) => closedMeanwhile(task)),
    ...(settle ? leftOver(opened, [...touched, ...absent]) : []),
  ];
  return read.ok && bad.length === 0
    ? { ok: true, draft, answers: read.answers, absent, settle }
    : { ok: false, draft, bad };
}

/** Files of an answer that stands stay with its correction: nothing is attached on this page. */
function withKeptFiles(form: AnswerForm, posted: Draft): Draft {
  const before = freshDraft(form, '');
  return form.tasks
    .filter(isAsked)
    .reduce((draft, { number }) => withFiles(draft, number, filesOf(before, number)), posted);
}

function bothWays(task: number): BadField {
  const message = '既填了内容，又勾选了“附件中没有本项内容”；请去掉其一';
  return { field: absentField(task), label: `任务${task}`, message };
}

function closedMeanwhile(task: number): BadField {
  const message = '调度期已经关闭，不能再退回补报；请去掉勾选';
  return { field: absentField(task), label: `任务${task}`, message };
}

function leftOver({ toEnter }: MailOpened, said: readonly number[]): readonly BadField[] {
  const message = '还没有录入；请填写，或勾选“附件中没有本项内容”。要以后再录的，请点“先录这些，其余以后再录”';
  return toEnter
    .filter(({ task, open }) => open && !said.includes(task))
    .map(({ task }) => ({ field: absentField(task), label: `任务${task}`, message }));
}
