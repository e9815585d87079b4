import type { AnswerContent, Question } from '../../domain/answer.js';
import { capText } from '../read/caps.js';
import type { AskedTask } from './asked-task.js';
import { withoutCourtesies } from './courtesies.js';
import { clausesOf, halfWidth, trimMarks } from './half-width.js';
import { isAllUnchanged } from './rating-words.js';
import { readContent, type ContentRead } from './read-content.js';
import { questionsOn } from './questions.js';
import { takeContactChange, takeExtension, type ExtensionRequest } from './requests.js';
import { splitSections, type Section } from './sections.js';

export interface TaskAnswer {
  readonly task: number;
  readonly content: AnswerContent;
  readonly questions: readonly Question[];
}

export interface AnswersRead {
  readonly answers: readonly TaskAnswer[];
  /** Text of no task that was asked, for a coordinator. */
  readonly unplaced: readonly string[];
  readonly extension?: readonly ExtensionRequest[];
  readonly contactChange?: string;
}

/**
 * What a reply says on the tasks asked, its quote cut off. `receivedAt` is the mail's instant in the campaign's zone: it lends dates
 * their year. Later text on a task corrects earlier text of the same mail.
 */
export function readAnswers(text: string, asked: readonly AskedTask[], receivedAt: string): AnswersRead {
  const handOver = takeContactChange(capText(text).text);
  const split = splitSections(
    handOver.rest,
    asked.map(({ number }) => number),
  );
  const general = readGeneral(split.preamble, asked, split.sections.length > 0, receivedAt);
  const sections = [...general.sections, ...split.sections].map((section) => openSection(section, asked, receivedAt));
  const extension = [...general.extension, ...sections.flatMap(({ request }) => request ?? [])];
  const footer = footerOf(
    sections.map(({ section }) => section),
    asked,
    receivedAt,
  );
  return {
    answers: mergeByTask(sections.flatMap(({ section }) => contentsOf(section, asked, receivedAt, footer))).map(
      withQuestions,
    ),
    unplaced: [...general.unplaced, ...sections.flatMap(({ section }) => foreignText(section, asked))],
    ...(extension.length === 0 ? {} : { extension }),
    ...(handOver.change === undefined ? {} : { contactChange: handOver.change }),
  };
}

interface General {
  readonly sections: readonly Section[];
  readonly unplaced: readonly string[];
  readonly extension: readonly ExtensionRequest[];
}

/** Text outside sections: the only task's answer, a word on all tasks, or nobody's. */
function readGeneral(preamble: string, asked: readonly AskedTask[], hasSections: boolean, receivedAt: string): General {
  const numbers = asked.map(({ number }) => number);
  const { request, rest } = takeExtension(withoutCourtesies(preamble), numbers, receivedAt);
  const extension = request === undefined ? [] : [request];
  const left = trimMarks(rest);
  if (left === '' || /^[\p{P}\s]+$/u.test(left)) return { sections: [], unplaced: [], extension };
  const forAll =
    asked.length === 1 || (!hasSections && clausesOf(halfWidth(left)).every((clause) => isAllUnchanged(clause)));
  if (!forAll) return { sections: [], unplaced: [left], extension };
  return { sections: [{ tasks: numbers, text: asked.length === 1 ? left : '无变化' }], unplaced: [], extension };
}

function openSection(
  section: Section,
  asked: readonly AskedTask[],
  receivedAt: string,
): { section: Section; request?: ExtensionRequest } {
  const own = section.tasks.filter((task) => asked.some(({ number }) => number === task));
  if (own.length === 0) return { section };
  const { request, rest } = takeExtension(section.text, own, receivedAt);
  const opened = { section: { tasks: section.tasks, text: trimMarks(rest) } };
  return request === undefined ? opened : { ...opened, request };
}

interface TaskContent extends ContentRead {
  readonly task: AskedTask;
}

function contentsOf(
  section: Section,
  asked: readonly AskedTask[],
  receivedAt: string,
  footer: Partial<AnswerContent>,
): TaskContent[] {
  const tasks = asked.filter(({ number }) => section.tasks.includes(number));
  return tasks.flatMap((task) => {
    const text = withoutTitle(section.text, task.title);
    if (text === '') return [];
    const { content, doubts } = readContent(text, task, receivedAt);
    return [{ task, content: { ...footer, ...content }, doubts }];
  });
}

function withQuestions({ task, content, doubts }: TaskContent): TaskAnswer {
  return { task: task.number, content, questions: questionsOn(task, content, doubts) };
}

function withoutTitle(text: string, title: string): string {
  return title !== '' && text.startsWith(title) ? trimMarks(text.slice(title.length)) : text;
}

const signatures = ['filledBy', 'reviewedBy', 'signedOffBy'] as const;

/** 填报人, 审核人 and 审签人 are written once, at the end, and mean the whole mail. */
function footerOf(
  sections: readonly Section[],
  asked: readonly AskedTask[],
  receivedAt: string,
): Partial<AnswerContent> {
  const last = sections.at(-1);
  const anybody = asked[0];
  if (last === undefined || anybody === undefined || sections.length < 2) return {};
  const { content } = readContent(last.text, anybody, receivedAt);
  return Object.fromEntries(signatures.flatMap((name) => (content[name] === undefined ? [] : [[name, content[name]]])));
}

function foreignText({ tasks, text }: Section, asked: readonly AskedTask[]): string[] {
  const foreign = tasks.filter((task) => asked.every(({ number }) => number !== task));
  return foreign.length === 0 ? [] : [`任务${foreign.join('、')}：${text}`];
}

// Said twice in one mail, for instance a summary and then details: the later words win, none are lost.
function mergeByTask(contents: readonly TaskContent[]): TaskContent[] {
  const merged = new Map<number, TaskContent>();
  for (const later of contents) {
    const before = merged.get(later.task.number);
    merged.set(later.task.number, before === undefined ? later : mergeTwo(before, later));
  }
  return [...merged.values()];
}

function mergeTwo(before: TaskContent, later: TaskContent): TaskContent {
  const progress = [before.content.progress, later.content.progress].filter((text) => text !== undefined).join('\n');
  const figures = later.content.figures.length > 0 ? later.content.figures : before.content.figures;
  return {
    task: later.task,
    content: { ...before.content, ...later.content, figures, ...(progress === '' ? {} : { progress }) },
    doubts: [...before.doubts, ...later.doubts],
  };
}
