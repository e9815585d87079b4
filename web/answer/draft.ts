import { createHash } from 'node:crypto';
import type { AnswerContent, AttachedFile } from '../../domain/answer.js';
import { isAsked, type AnswerForm, type AskedTask } from './answer-form.js';

/** What stands in the page's inputs, by name: prefilled or as typed. A name that is absent is an empty input. */
export type Draft = Readonly<Record<string, string>>;

export const textFields = ['progress', 'cause', 'help', 'nextSteps', 'evidence', 'experience'] as const;
const dateFields = ['nextBy', 'completedOn'] as const;

/** Who wrote, checked and signed off what is on the page. */
export const people = ['filledBy', 'reviewedBy', 'signedOffBy'] as const;
export type Person = (typeof people)[number];

export function fieldName(task: number, field: string): string {
  return `t${task}.${field}`;
}

/** Names of a task's inputs, without the task: `rating`, `figure.0`, `progress` … */
export function fieldsOf(task: AskedTask): readonly string[] {
  const figures = task.targets.map((_, index) => `figure.${index}`);
  return ['rating', ...figures, 'unchanged', ...textFields, ...dateFields, 'files'];
}

export function typed(draft: Draft, task: AskedTask): Readonly<Record<string, string>> {
  return Object.fromEntries(fieldsOf(task).map((field) => [field, read(draft, fieldName(task.number, field))]));
}

/**
 * The page as first shown: what this round's answer says already and what was typed since, and a mark by which a task
 * that does not differ from its answer is known.
 */
export function freshDraft(form: AnswerForm, submission: string): Draft {
  const draft: Record<string, string> = { submission };
  for (const task of form.tasks.filter(isAsked)) {
    const answered = prefilled(task);
    const saved = savedOf(form, task);
    Object.assign(draft, Object.keys(saved).length > 0 ? saved : answered);
    draft[fieldName(task.number, 'shown')] = fingerprint(typed(answered, task));
  }
  const earlier = form.tasks.findLast((task) => task.current !== null)?.current?.content;
  const fields = form.saved?.fields ?? {};
  const signed = people.map((name) => [name, fields[name] ?? earlier?.[name] ?? ''] as const);
  return withCame(form, { ...draft, ...Object.fromEntries(signed) });
}

/** Marks how each task came on this page, so that what another reader saves meanwhile is not undone by it. */
export function withCame(form: AnswerForm, draft: Draft): Draft {
  const marks = form.tasks
    .filter(isAsked)
    .map((task) => [fieldName(task.number, 'came'), fingerprint(typed(draft, task))] as const);
  return { ...draft, ...Object.fromEntries(marks) };
}

/** What is to be laid down of a page: of tasks it changed its words, of the others what is laid down already. */
export function draftToSave(form: AnswerForm, draft: Draft): Draft {
  const ofTasks = form.tasks.filter(isAsked).map((task) => {
    const came = draft[fieldName(task.number, 'came')];
    if (fingerprint(typed(draft, task)) === came) return savedOf(form, task);
    return isTouched(draft, task) ? ownFields(draft, task) : {};
  });
  const tasks = Object.assign({}, ...ofTasks) as Record<string, string>;
  const signed = people.flatMap((name) => (draft[name] ? [[name, draft[name]] as const] : []));
  return Object.keys(tasks).length === 0 ? {} : { ...tasks, ...Object.fromEntries(signed) };
}

/** What stays laid down once some tasks were handed in. */
export function draftWithout(fields: Draft, tasks: readonly number[]): Draft {
  const isHandedIn = (name: string) => tasks.some((task) => name.startsWith(fieldName(task, '')));
  const kept = Object.entries(fields).filter(([name]) => !isHandedIn(name));
  return kept.some(([name]) => name.startsWith('t')) ? Object.fromEntries(kept) : {};
}

export function filesOf(draft: Draft, task: number): readonly AttachedFile[] {
  return JSON.parse(draft[fieldName(task, 'files')] || '[]') as readonly AttachedFile[];
}

/** As a field like the others; the browser never sends it. */
export function withFiles(draft: Draft, task: number, files: readonly AttachedFile[]): Draft {
  return { ...draft, [fieldName(task, 'files')]: files.length === 0 ? '' : JSON.stringify(files) };
}

function ownFields(draft: Draft, { number, ...task }: AskedTask): Draft {
  const sure = task.targets.map((_, index) => `sure.${index}`);
  const said = [...fieldsOf({ number, ...task }), ...sure].map(
    (field) => [fieldName(number, field), draft[fieldName(number, field)] ?? ''] as const,
  );
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

function savedOf({ saved }: AnswerForm, task: AskedTask): Draft {
  return saved === null ? {} : ownFields(saved.fields, task);
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

function prefilled({ number, current }: AskedTask): Draft {
  return current ? inputsOf(number, current.content) : {};
}

/** An answer as it stands in the inputs of its task. */
export function inputsOf(task: number, content: AnswerContent): Draft {
  const said: [string, string | undefined][] = [
    ['rating', content.rating],
    ['unchanged', content.unchanged === true ? 'yes' : undefined],
    ['files', content.files && JSON.stringify(content.files)],
    ...[...textFields, ...dateFields].map((field): [string, string | undefined] => [field, content[field]]),
    ...content.figures.flatMap(({ target, value, confirmed }): [string, string][] => [
      [`figure.${target}`, String(value)],
      ...(confirmed === true ? [[`sure.${target}`, String(value)] as [string, string]] : []),
    ]),
  ];
  return Object.fromEntries(
    said.flatMap(([field, value]) => (value === undefined ? [] : [[fieldName(task, field), value]])),
  );
}

/** Browsers post line ends as CRLF whatever the page held. */
function read(draft: Draft, name: string): string {
  return (draft[name] ?? '').replaceAll('\r\n', '\n').trim();
}
