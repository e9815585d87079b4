import { createHash } from 'node:crypto';
import { isAsked, type AnswerForm, type AskedTask } from './answer-form.js';

/** What stands in the page's inputs, by name: prefilled or as typed. A name that is absent is an empty input. */
export type Draft = Readonly<Record<string, string>>;

export const textFields = ['progress', 'cause', 'help', 'nextSteps', 'evidence', 'experience'] as const;
const dateFields = ['nextBy', 'completedOn'] as const;

export function fieldName(task: number, field: string): string {
  return `t${task}.${field}`;
}

/** Names of a task's inputs, without the task: `rating`, `figure.0`, `progress` … */
export function fieldsOf(task: AskedTask): readonly string[] {
  const figures = task.targets.map((_, index) => `figure.${index}`);
  return ['rating', ...figures, 'unchanged', ...textFields, ...dateFields];
}

export function typed(draft: Draft, task: AskedTask): Readonly<Record<string, string>> {
  return Object.fromEntries(fieldsOf(task).map((field) => [field, read(draft, fieldName(task.number, field))]));
}

/** The page as first shown: what this round's answer says already, and a mark by which an untouched task is known. */
export function freshDraft(form: AnswerForm, submission: string): Draft {
  const draft: Record<string, string> = { submission };
  for (const task of form.tasks.filter(isAsked)) {
    Object.assign(draft, prefilled(task));
    draft[fieldName(task.number, 'shown')] = fingerprint(typed(draft, task));
  }
  const earlier = form.tasks.findLast((task) => task.current !== null)?.current?.content;
  return { ...draft, filledBy: earlier?.filledBy ?? '', signedOffBy: earlier?.signedOffBy ?? '' };
}

/** Filled, and not merely left as the page came. */
export function isTouched(draft: Draft, task: AskedTask): boolean {
  const words = typed(draft, task);
  return Object.values(words).some(Boolean) && fingerprint(words) !== draft[fieldName(task.number, 'shown')];
}

export function fingerprint(words: Readonly<Record<string, string>>): string {
  const inOrder = Object.entries(words).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex').slice(0, 32);
}

function prefilled(task: AskedTask): Draft {
  const content = task.current?.content;
  if (!content) return {};
  const said: [string, string | undefined][] = [
    ['rating', content.rating],
    ['unchanged', content.unchanged === true ? 'yes' : undefined],
    ...[...textFields, ...dateFields].map((field): [string, string | undefined] => [field, content[field]]),
    ...content.figures.flatMap(({ target, value, confirmed }): [string, string][] => [
      [`figure.${target}`, String(value)],
      ...(confirmed === true ? [[`sure.${target}`, String(value)] as [string, string]] : []),
    ]),
  ];
  return Object.fromEntries(
    said.flatMap(([field, value]) => (value === undefined ? [] : [[fieldName(task.number, field), value]])),
  );
}

/** Browsers post line ends as CRLF whatever the page held. */
function read(draft: Draft, name: string): string {
  return (draft[name] ?? '').replaceAll('\r\n', '\n').trim();
}
