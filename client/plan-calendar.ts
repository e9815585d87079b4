import Table from 'cli-table3';
import type { Addressee, RoundPlan, Step } from '../domain/cadence.js';
import type { PartyLoad, RoundLoad } from '../domain/mail-load.js';
import type { Words } from './words.js';

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
export function planCalendar(sheet: PlanSheet, words: Words): string {
  const { plan } = words;
  const sections = [
    `${plan.title(sheet.title, sheet.year)}\n${plan.zone(sheet.zone)}`,
    ...sheet.plans.map((round) => roundSection(round, hasSeconds(sheet.plans), words)),
    loadSection(sheet.load, words),
    warningSection(sheet.warnings, words),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function roundSection(plan: RoundPlan, withSeconds: boolean, words: Words): string {
  const table = plainTable();
  for (const [at, name, note] of roundRows(plan, words))
    table.push(['', words.names.wall(at, withSeconds), name, note]);
  return `${roundTitle(plan, words)}\n${trimLines(table.toString())}`;
}

function roundTitle({ round, period, cutoff, provisional }: RoundPlan, { plan, names }: Words): string {
  return plan.round(numberOf(round), period.split('/'), names.day(cutoff), provisional);
}

function numberOf(round: string): number {
  return Number(round.split('-')[1]);
}

type Row = readonly [at: string, name: string, note: string];

/** Of one instant the step comes first: it is what somebody has to do. */
function roundRows({ ladder, answerBy, closesAt }: RoundPlan, words: Words): readonly Row[] {
  const { plan, names } = words;
  const steps = ladder.map((step): Row => [step.at, names.letterKinds[step.kind] ?? step.kind, noteOf(step, words)]);
  const rows: readonly Row[] = [...steps, [answerBy, plan.answersDue, ''], [closesAt, plan.closes, '']];
  return rows.toSorted(([one], [other]) => Date.parse(one) - Date.parse(other));
}

function noteOf({ kind, to, cc }: Step, { plan, names }: Words): string {
  const named = (addressees: readonly Addressee[]) =>
    addressees.map((addressee) => names.addressees[addressee]).join(names.enumeration);
  switch (kind) {
    case 'calls':
      return plan.givenTo(named(to));
    case 'escalation':
      return plan.signedTo(named(to), named(cc));
    default:
      return plan.sentTo(named(to), named(cc));
  }
}

function hasSeconds(plans: readonly RoundPlan[]): boolean {
  return plans.some(({ ladder }) => ladder.some(({ at }) => at.slice(17, 19) !== '00'));
}

function loadSection(load: readonly PartyLoad[], words: Words): string {
  const rounds = load[0]?.rounds ?? [];
  if (rounds.length === 0) return '';
  const { plan } = words;
  const table = new Table({
    head: [plan.party, plan.tasks, ...rounds.map(({ round }) => plan.roundHead(numberOf(round))), plan.year],
    colAligns: ['left', 'right', ...rounds.map(() => 'right' as const), 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, tasks, rounds: own } of load) table.push(loadRow(name, tasks, own, words));
  const totals = rounds.map((_, index) => columnSum(load, index));
  table.push(loadRow(plan.total, sum(load.map(({ tasks }) => tasks)), totals, words));
  return `${plan.load}\n${table.toString()}`;
}

function loadRow(name: string, tasks: number, rounds: readonly RoundLoad[], { plan }: Words): string[] {
  const total = { min: sum(rounds.map(({ min }) => min)), max: sum(rounds.map(({ max }) => max)) };
  return [name, String(tasks), ...[...rounds, total].map(({ min, max }) => plan.range(min, max))];
}

function columnSum(load: readonly PartyLoad[], index: number): RoundLoad {
  const column = load.flatMap(({ rounds }) => rounds[index] ?? []);
  return { round: '', min: sum(column.map(({ min }) => min)), max: sum(column.map(({ max }) => max)) };
}

function warningSection(warnings: readonly string[], { plan }: Words): string {
  if (warnings.length === 0) return '';
  return [plan.warnings, ...warnings.map((warning, index) => `  ${plan.warning(index + 1, warning)}`)].join('\n');
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
