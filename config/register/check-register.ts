import { z } from 'zod';
import { defaultCadence, type Cadence, type QuietDays } from '../../domain/cadence.js';
import type { CampaignSetup, Party, Task } from '../../domain/register.js';
import { briskCadenceSchema, calendarCadenceSchema } from './cadence-schema.js';
import { campaignSchema, quietDaysSchema } from './campaign-schema.js';
import { checkCadence } from './check-cadence.js';
import { checkCampaign } from './check-campaign.js';
import { checkParties } from './check-parties.js';
import { checkShape, type Shape } from './check-shape.js';
import { checkTasks } from './check-tasks.js';
import { checkUnused } from './check-unused.js';
import type { Finding, Path } from './finding.js';
import { indexParties, type PartyIndex } from './party-index.js';
import { partyOf, partySchema } from './party-schema.js';
import { mostRows, rowOf, rowsOf, textOf, type RawRow } from './raw.js';
import { taskOf, taskSchema } from './task-schema.js';

/** A row that fits its schema, with the path it came from. */
export interface Placed<Row> {
  readonly path: Path;
  readonly row: Row;
}

/** What a raw register holds, and everything found in it; findings may concern rows that fit their schema. */
export interface CheckedRegister {
  readonly findings: readonly Finding[];
  readonly campaign?: CampaignSetup;
  readonly cadence: Cadence;
  readonly quietDays: readonly QuietDays[];
  readonly parties: readonly Placed<Party>[];
  readonly tasks: readonly Placed<Task>[];
}

const sectionsSchema = z.strictObject({
  campaign: z.looseObject({}),
  parties: z.array(z.unknown()).min(1),
  tasks: z.array(z.unknown()).min(1),
});

/** Checks a raw register, whatever kind of file it came from: every finding at once, and every row that fits. */
export function checkRegister(root: RawRow): CheckedRegister {
  const index = indexParties(rowsOf(root, 'parties'));
  const { cadence: rawCadence, quietDays: rawQuietDays, ...rawCampaign } = rowOf(root['campaign']);
  const campaign = campaignShape(rawCampaign, root);
  const cadence = cadenceShape(rawCadence ?? {}, root);
  const quietDays = checkShape(quietDaysSchema, rawQuietDays ?? [], ['campaign', 'quietDays'], root);
  const parties = rowShapes('parties', root, partySchema);
  const tasks = rowShapes('tasks', root, taskSchema);
  return {
    findings: [
      ...checkSections(root),
      ...[campaign, cadence, quietDays, parties, tasks].flatMap(({ findings }) => findings),
      ...[checkCampaign, checkParties, checkTasks, checkUnused].flatMap((check) => check(root, index)),
    ],
    ...(campaign.row && { campaign: campaign.row }),
    cadence: cadence.row ?? defaultCadence,
    quietDays: (quietDays.row ?? []).map((days) => withPartyCode(days, index)),
    parties: parties.rows.map(({ path, row }) => ({ path, row: partyOf(row) })),
    tasks: tasks.rows.map(({ path, row }) => ({ path, row: taskOf(row, index) })),
  };
}

function checkSections(root: RawRow): Finding[] {
  const { findings } = checkShape(sectionsSchema, root, [], root);
  const missing = findings.map((finding) =>
    finding.code === 'missing-key' ? { ...finding, code: 'missing-section' as const } : finding,
  );
  return [...missing, ...tooManyRows('parties', root), ...tooManyRows('tasks', root)];
}

function tooManyRows(section: 'parties' | 'tasks', root: RawRow): Finding[] {
  const rows = root[section];
  if (!Array.isArray(rows) || rows.length <= mostRows) return [];
  const message = `台账的 ${section} 有 ${rows.length} 行：应不超过 ${mostRows} 行；请拆成几个台账。`;
  return [{ code: 'too-many-rows', path: [section], message }];
}

/** A campaign that is missing altogether is one problem, not one for each of its keys. */
function campaignShape(rawCampaign: RawRow, root: RawRow): Shape<CampaignSetup> {
  const isThere = rowOf(root['campaign']) === root['campaign'];
  return isThere ? checkShape(campaignSchema, rawCampaign, ['campaign'], root) : { findings: [] };
}

function cadenceShape(rawCadence: unknown, root: RawRow): Shape<Cadence> {
  const schema = textOf(rawCadence, 'kind') === 'brisk' ? briskCadenceSchema : calendarCadenceSchema;
  const shape = checkShape<Cadence>(schema, rawCadence, ['campaign', 'cadence'], root);
  return shape.row ? { row: shape.row, findings: checkCadence(shape.row) } : shape;
}

function rowShapes<T>(section: 'parties' | 'tasks', root: RawRow, schema: z.ZodType<T>) {
  const shapes = rowsOf(root, section).map((row, index) => {
    const path: Path = [section, index];
    return { path, ...checkShape(schema, row, path, root) };
  });
  return {
    findings: shapes.flatMap(({ findings }) => findings),
    rows: shapes.flatMap(({ path, row }): Placed<T>[] => (row === undefined ? [] : [{ path, row }])),
  };
}

function withPartyCode(days: QuietDays, index: PartyIndex): QuietDays {
  const party = days.party === undefined ? undefined : index.codeOf(days.party);
  return party === undefined ? days : { ...days, party };
}
