import { needsNewCampaign } from './change-command.js';
import { changedKeys } from './changed-keys.js';
import { labelIn } from './fields.js';
import { partyChanges } from './party-changes.js';
import type { RegisterContent } from './register-hash.js';
import { taskChanges } from './task-changes.js';

/** One change from the register a campaign runs on to the one in a file. */
export interface Difference {
  /** In Chinese: 任务 17 的牵头单位. */
  readonly what: string;
  /** By code and number: `tasks.17.lead`. */
  readonly where: string;
  readonly before?: string;
  readonly after?: string;
  /** The command that makes the change in a running campaign, or 需新建行动. */
  readonly command: string;
}

/** Every change between two registers, campaign first; none exactly when their hashes agree. */
export function differences(before: RegisterContent, after: RegisterContent): Difference[] {
  const parties = paired(before.parties, after.parties, ({ code }) => code);
  const tasks = paired(before.tasks, after.tasks, ({ number }) => number);
  return [
    ...campaignChanges(before, after),
    ...parties.flatMap(([old, young]) => partyChanges(old, young)),
    ...tasks.flatMap(([old, young]) => taskChanges(old, young, before.parties)),
  ];
}

type Pair<Row> = readonly [before: Row | undefined, after: Row | undefined];

function paired<Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string | number): Pair<Row>[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const young = new Map(after.map((row) => [keyOf(row), row]));
  return [...new Set([...old.keys(), ...young.keys()])].map((key) => [old.get(key), young.get(key)]);
}

function campaignChanges(before: RegisterContent, after: RegisterContent): Difference[] {
  return changedKeys(settingsOf(before), settingsOf(after), {
    what: '行动设置',
    where: 'campaign',
    labelOf: (key) => labelIn('campaign', key),
    commandFor: () => needsNewCampaign,
  });
}

const settingsOf = ({ campaign, cadence, quietDays }: RegisterContent) => ({ ...campaign, cadence, quietDays });
