import Table from 'cli-table3';
import type { Addressee, RoundPlan, Step } from '../domain/cadence.js';
import { chineseDay } from '../domain/chinese-date.js';
import type { PartyLoad, RoundLoad } from '../domain/mail-load.js';
import { addresseeNames, stepNames } from '../domain/step-names.js';

export interface PlanReport {
  readonly campaign: string;
  readonly zone: string;
  readonly warnings: readonly string[];
  readonly rounds: readonly RoundPlan[];
}

/** What a coordinator pins to the wall. */
export interface PlanSheet {
  readonly title: string;
  readonly year: number;
  readonly zone: string;
  readonly plans: readonly RoundPlan[];
  readonly load: readonly PartyLoad[];
  readonly warnings: readonly string[];
}

/** `plan --json`. */
export function planReport(
  campaign: string,
  zone: string,
  plans: readonly RoundPlan[],
  warnings: readonly string[],
): PlanReport {
  return { campaign, zone, warnings, rounds: plans };
}

/** `plan` as text: the dates of every round, each party's mail load, and what to watch. */
export function planCalendar(sheet: PlanSheet): string {
  const sections = [
    `${sheet.title}　${sheet.year}年双月调度日历\n时区 ${sheet.zone}`,
    ...sheet.plans.map((plan) => roundSection(plan, hasSeconds(sheet.plans))),
    loadSection(sheet.load),
    warningSection(sheet.warnings),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function roundSection(plan: RoundPlan, withSeconds: boolean): string {
  const table = plainTable();
  for (const [at, name, note] of roundRows(plan)) table.push(['', wallTime(at, withSeconds), name, note]);
  return `${roundTitle(plan)}\n${trimLines(table.toString())}`;
}

function roundTitle({ round, period, cutoff, provisional }: RoundPlan): string {
  const months = period.split('/').map((month) => Number(month.slice(5)));
  const mark = provisional ? '　【暂定】' : '';
  return `第${round.split('-')[1]}次调度（${months.join('—')}月）　数据截至${chineseDay(cutoff)}${mark}`;
}

type Row = readonly [at: string, name: string, note: string];

/** Of one instant the step comes first: it is what somebody has to do. */
function roundRows(plan: RoundPlan): readonly Row[] {
  const steps = plan.ladder.map((step): Row => [step.at, stepNames[step.kind], noteOf(step)]);
  const rows: readonly Row[] = [...steps, [plan.answerBy, '报送截止', ''], [plan.closesAt, '本次关闭', '']];
  return rows.toSorted(([one], [other]) => Date.parse(one) - Date.parse(other));
}

function noteOf({ kind, to, cc }: Step): string {
  const copies = cc.length === 0 ? '' : `，抄${names(cc)}`;
  const signed = kind === 'escalation' ? '（签发后发出）' : '';
  return `${kind === 'calls' ? '交' : '送'}${names(to)}${copies}${signed}`;
}

function names(addressees: readonly Addressee[]): string {
  return addressees.map((addressee) => addresseeNames[addressee]).join('、');
}

function wallTime(at: string, withSeconds: boolean): string {
  return `${chineseDay(at)}${at.slice(11, withSeconds ? 19 : 16)}`;
}

function hasSeconds(plans: readonly RoundPlan[]): boolean {
  return plans.some(({ ladder }) => ladder.some(({ at }) => at.slice(17, 19) !== '00'));
}

function loadSection(load: readonly PartyLoad[]): string {
  const rounds = load[0]?.rounds ?? [];
  if (rounds.length === 0) return '';
  const table = new Table({
    head: ['单位', '牵头任务', ...rounds.map(({ round }) => `第${round.split('-')[1]}次`), '全年'],
    colAligns: ['left', 'right', ...rounds.map(() => 'right' as const), 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const party of load) table.push(loadRow(party.name, party.tasks, party.rounds));
  table.push(
    loadRow(
      '合计',
      sum(load.map(({ tasks }) => tasks)),
      rounds.map((_, index) => columnSum(load, index)),
    ),
  );
  return `各单位收函数（封），由按期报齐到始终未报：\n${table.toString()}`;
}

function loadRow(name: string, tasks: number, rounds: readonly RoundLoad[]): string[] {
  const total = { min: sum(rounds.map(({ min }) => min)), max: sum(rounds.map(({ max }) => max)) };
  return [name, String(tasks), ...[...rounds, total].map(range)];
}

function columnSum(load: readonly PartyLoad[], index: number): RoundLoad {
  const column = load.flatMap(({ rounds }) => rounds[index] ?? []);
  return { round: '', min: sum(column.map(({ min }) => min)), max: sum(column.map(({ max }) => max)) };
}

function range({ min, max }: Pick<RoundLoad, 'min' | 'max'>): string {
  return min === max ? String(min) : `${min}—${max}`;
}

function warningSection(warnings: readonly string[]): string {
  if (warnings.length === 0) return '';
  return ['请注意', ...warnings.map((warning, index) => `  ${index + 1}．${warning}`)].join('\n');
}

function plainTable() {
  const nothing = { top: '', bottom: '', left: '', right: '', mid: '', middle: '  ' };
  const corners = {
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    'left-mid': '',
    'mid-mid': '',
    'right-mid': '',
  };
  return new Table({
    chars: { ...nothing, ...corners },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
