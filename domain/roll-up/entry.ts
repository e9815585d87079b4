import type { Pace } from '../pace.js';
import type { Party, Target, Task } from '../register.js';
import type { Source, Traced } from './bulletin-model.js';
import type { Category } from './category.js';
import type { Arrival } from './judge-report.js';
import type { AccountedAnswer, TaskReport } from './roll-up-input.js';

/** One target of a task with its figure of this round. */
export interface Indicator {
  readonly target: Target;
  /** Its place in the register, from 0. */
  readonly index: number;
  readonly value?: number;
  readonly pace: Pace;
}

/** One task as the bulletin counts it. */
export interface Entry {
  readonly task: Task;
  readonly lead: Party;
  readonly report: TaskReport;
  /** This round's, and only where it counts: a missed or excused task has none. */
  readonly answer?: AccountedAnswer;
  readonly arrival: Arrival;
  readonly category: Category;
  readonly indicators: readonly Indicator[];
  readonly behindRounds: number;
  readonly missedRounds: number;
  /** Delivery was in doubt: omitted wherever names or streaks of silence are told. */
  readonly doubtful: boolean;
}

export function isBehind({ category }: Pick<Entry, 'category'>): boolean {
  return category === 'behind' || category === 'notStarted';
}

/** Its answer is a file that nobody has read yet: it came, and says nothing so far. */
export function isUnread({ answer }: Pick<Entry, 'answer'>): boolean {
  return answer?.content.toEnter !== undefined;
}

/** A figure or words of one task, with their trace. */
export function cite(entry: Entry, text: string): Traced {
  return citeAll([entry], text);
}

/** A figure or words drawn from several tasks; `comparedWith` is the earlier issue they are compared with. */
export function citeAll(cited: readonly Entry[], text: string, comparedWith?: number): Traced {
  const entries = [...new Set(cited)];
  return {
    text,
    tasks: entries.map(({ task }) => task.number),
    sources: entries.flatMap(sourceOf),
    ...(comparedWith === undefined ? {} : { comparedWith }),
  };
}

/** How many tasks these are, traced to all their answers. */
export function counted(entries: readonly Entry[]): Traced {
  return citeAll(entries, String(entries.length));
}

/** How many leading parties these tasks have, traced to all their answers. */
export function countedLeads(entries: readonly Entry[]): Traced {
  return citeAll(entries, String(byLead(entries).length));
}

/** The tasks by their leading party, in the order they come. */
export function byLead(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.lead.code, [...(groups.get(entry.lead.code) ?? []), entry]);
  return [...groups.values()];
}

function sourceOf({ answer, task }: Entry): readonly Source[] {
  return answer === undefined ? [] : [{ task: task.number, answer: answer.id, version: answer.version }];
}
