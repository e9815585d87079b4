import { z } from 'zod';
import type { SheetClaims } from '../domain/sheet-claims.js';
import { openClaims, peekClaims, sealClaims } from './signed-claims.js';

const version = 1;
const target = z.tuple([
  z.enum(['cumulative', 'stock', 'ratio', 'hold', 'reduce']),
  z.string(),
  z.number().finite().nullable(),
  z.number().finite().optional(),
]);
const task = z.tuple([z.number().int(), z.array(target)]);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/u);
const claimsShape = z.tuple([z.literal(version), z.string(), z.string(), z.string(), day, z.array(task)]);

/** What the hidden sheet of a 调度表 says. */
export const sheetToken = ({ campaign, round, party, cutoff, tasks }: SheetClaims, secret: string): string => {
  const asked = tasks.map(({ number, targets }) => [
    number,
    targets.map(({ kind, unit, last, goal }) => [kind, unit, last ?? null, ...(goal === undefined ? [] : [goal])]),
  ]);
  return sealClaims('sheet', [version, campaign, round, party, cutoff, asked], secret);
};

/** What a sheet's token says, or undefined for one that we did not sign. */
export const readSheetToken = (token: string, secret: string): SheetClaims | undefined =>
  sheetClaims(openClaims('sheet', token, secret));

/** What a sheet's token says, whoever signed it: for looking at a sheet where the secret is not known. */
export const peekSheetToken = (token: string): SheetClaims | undefined => sheetClaims(peekClaims(token));

function sheetClaims(said: unknown): SheetClaims | undefined {
  const read = claimsShape.safeParse(said);
  if (!read.success) return undefined;
  const [, campaign, round, party, cutoff, tasks] = read.data;
  return {
    campaign,
    round,
    party,
    cutoff,
    tasks: tasks.map(([number, targets]) => ({
      number,
      targets: targets.map(([kind, unit, last, goal]) => ({
        kind,
        unit,
        ...(last !== null && { last }),
        ...(goal !== undefined && { goal }),
      })),
    })),
  };
}
