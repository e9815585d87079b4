import { createHash } from 'node:crypto';
import type { Cadence, QuietDays } from '../../domain/cadence.js';
import type { Register } from '../../domain/register.js';
import { canonicalJson } from './canonical-json.js';

/** A register with what else its file sets; a reading with a register fits as well as a bare register. */
export interface RegisterContent extends Register {
  readonly cadence?: Cadence;
  readonly quietDays?: readonly QuietDays[];
}

/** SHA-256 in hex of what a register says; the order of keys, parties and tasks in the file makes no difference. */
export function registerHash({ campaign, parties, tasks, cadence, quietDays }: RegisterContent): string {
  const content = {
    campaign,
    parties: parties.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    tasks: tasks.toSorted((a, b) => a.number - b.number),
    cadence,
    quietDays,
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
