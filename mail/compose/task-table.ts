import { ratings } from '../../domain/rating.js';
import { instant, monthDay } from './chinese-date.js';
import type { Column, Table } from './draft.js';
import { figuresText, targetText } from './figure.js';
import type { AlsoDue, LetterTask } from './letter-model.js';

/** What a column of a letter's one table of tasks shows. */
export type TaskColumn = 'goal' | 'scope' | 'last' | 'lastRating' | 'deadline' | 'answerBy';

interface Row {
  readonly task: LetterTask;
  readonly matter: string;
}

const alsoMatter: Readonly<Record<AlsoDue['step'], string>> = {
  opening: '本期调度',
  reminder: '催报',
  overdue: '逾期催办',
  'second-overdue': '再次催办',
  return: '请补正',
  'return-reminder': '待补正',
  handover: '移交',
};

const goalText = ({ goal, targets }: LetterTask): string => {
  const measured = targets.map(targetText).join('；');
  return [goal, measured && `量化目标：${measured}`].filter(Boolean).join('\n');
};

const scopeText = ({ targets }: LetterTask): string =>
  targets.flatMap(({ scope }) => (scope ? [scope] : [])).join('；');

const headings: Readonly<Record<TaskColumn, Column>> = {
  goal: { label: '年度目标', width: 34, long: true },
  scope: { label: '口径', width: 14, long: true },
  last: { label: '上期累计', width: 12, align: 'center' },
  lastRating: { label: '上期状态', width: 12, align: 'center', whole: true },
  deadline: { label: '时限', width: 11, align: 'center', whole: true },
  answerBy: { label: '应报日', width: 24, align: 'center', whole: true },
};

const cell = (column: TaskColumn, task: LetterTask, zone: string): string => {
  switch (column) {
    case 'goal':
      return goalText(task);
    case 'scope':
      return scopeText(task);
    case 'last':
      return figuresText(task.targets, task.lastFigures);
    case 'lastRating':
      return task.lastRating ? ratings[task.lastRating] : '';
    case 'deadline':
      return monthDay(task.deadline);
    case 'answerBy':
      return task.answerBy ? instant(task.answerBy, zone) : '';
  }
};

const numbered = (rows: readonly Row[]): readonly Row[] => rows.toSorted((a, b) => a.task.number - b.task.number);

interface TableSetting {
  readonly zone: string;
  /** What the letter itself is about; named in the table only where other steps ride along. */
  readonly step?: AlsoDue['step'];
  readonly also?: readonly AlsoDue[] | undefined;
}

/** The letter's one table: its own tasks and those of other steps that ride along, by register number. */
export const taskTable = (
  tasks: readonly LetterTask[],
  columns: readonly TaskColumn[],
  { zone, step, also = [] }: TableSetting,
): Table => {
  const ownMatter = step && also.some(({ tasks: more }) => more.length > 0) ? alsoMatter[step] : '';
  const own = tasks.map((task): Row => ({ task, matter: ownMatter }));
  const others = also.flatMap((due) => due.tasks.map((task): Row => ({ task, matter: alsoMatter[due.step] })));
  return {
    kind: 'table',
    columns: [
      { label: '序号', width: 7, align: 'center' },
      { label: '任务', width: 24 },
      { label: '事项', width: 11, align: 'center', whole: true },
      ...columns.map((column) => headings[column]),
    ],
    rows: numbered([...own, ...others]).map(({ task, matter }) => [
      String(task.number),
      task.title,
      matter,
      ...columns.map((column) => cell(column, task, zone)),
    ]),
  };
};

/** For letters that only name tasks. */
export const nameTable = (tasks: readonly Pick<LetterTask, 'number' | 'title'>[]): Table => ({
  kind: 'table',
  columns: [
    { label: '序号', width: 10, align: 'center' },
    { label: '任务', width: 90 },
  ],
  rows: tasks.toSorted((a, b) => a.number - b.number).map(({ number, title }) => [String(number), title]),
});
