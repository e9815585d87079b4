import { z } from 'zod';
import type { Target, TargetKind, Task } from '../../domain/register.js';
import type { PartyIndex } from './party-index.js';
import { lineSchema, monthDaySchema, proseSchema } from './text-schema.js';

const targetKinds = ['cumulative', 'stock', 'ratio', 'hold', 'reduce'] as const satisfies readonly TargetKind[];

const targetSchema = z.strictObject({
  value: z.number().nonnegative(),
  unit: lineSchema,
  kind: z.enum(targetKinds),
  by: monthDaySchema,
  scope: proseSchema.exactOptional(),
  baseline: z.number().exactOptional(),
  milestones: z.array(z.strictObject({ by: monthDaySchema, value: z.number() })).exactOptional(),
});

/** A task's row; parties are still named as the file names them. */
export const taskSchema = z.strictObject({
  number: z.int().min(1).max(9999),
  area: lineSchema,
  aspect: lineSchema,
  principle: lineSchema,
  title: lineSchema,
  requirement: proseSchema,
  goal: proseSchema,
  lead: z.union([lineSchema, z.array(lineSchema).min(1)]),
  support: z.array(lineSchema).default([]),
  targets: z.array(targetSchema).default([]),
  deadline: monthDaySchema,
});

/** The task of a checked row: the first lead leads, further leads come before those who support. */
export function taskOf(row: z.output<typeof taskSchema>, parties: PartyIndex): Task {
  const named = [row.lead, row.support].flat().map((word) => parties.codeOf(word) ?? word);
  const [lead = '', ...support] = new Set(named);
  return { ...row, targets: row.targets.map(targetOf), lead, support };
}

/** No milestones and an empty list of them say the same. */
function targetOf({ milestones = [], ...target }: z.output<typeof targetSchema>): Target {
  return { ...target, ...(milestones.length > 0 && { milestones }) };
}
