import { sql } from 'kysely';
import type { Trx } from './schema.js';

/**
 * Taken first by a transaction that gives out a campaign's next number or decides by what it has just read of it: two
 * processes do so one after the other, in one order. What others refer to the campaign by is not held up.
 */
export async function lockCampaigns(trx: Trx, campaigns: readonly string[]): Promise<void> {
  await sql`
    select from campaign where id = any(${[...new Set(campaigns)]}::text[])
    order by id
    for no key update`.execute(trx);
}
