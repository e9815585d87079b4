import { sql } from 'kysely';
import type { FormUse } from '../domain/form-links.js';
import type { FormPlace } from './form-drafts.js';
import type { Db } from './schema.js';
import { storableText } from './storable.js';

export interface NewFormUse extends FormPlace {
  readonly at: string;
  readonly address: string;
  readonly agent: string;
  readonly act: 'open' | 'submit';
}

/** A link that leaked into the world does not fill the record: beyond these places, uses are counted together. */
const placesAtMost = 50;

/** True where the page is handed in from here for the first time, and was handed in from elsewhere before. */
export async function noteFormUse(db: Db, use: NewFormUse): Promise<boolean> {
  const known = await formUses(db, use);
  const agent = storableText(use.agent).slice(0, 300);
  const same = known.find((one) => one.address === use.address && one.agent === agent);
  const place = same ?? (known.length < placesAtMost ? { address: use.address, agent } : { address: '*', agent: '' });
  const [opened, submitted] = use.act === 'open' ? [1, 0] : [0, 1];
  const { campaign, round, party, at } = use;
  await db
    .insertInto('form_use')
    .values({
      campaign,
      round,
      party,
      address: place.address,
      agent: place.agent,
      first_at: at,
      last_at: at,
      opened,
      submitted,
    })
    .onConflict((conflict) =>
      conflict.columns(['campaign', 'round', 'party', 'address', 'agent']).doUpdateSet({
        last_at: at,
        opened: sql<number>`form_use.opened + ${opened}`,
        submitted: sql<number>`form_use.submitted + ${submitted}`,
      }),
    )
    .execute();
  const isFirstHere = use.act === 'submit' && (same?.submitted ?? 0) === 0;
  return isFirstHere && known.some((one) => one !== same && one.submitted > 0);
}

/** From where a party's page of a round was used, the first first. */
export function formUses(db: Db, { campaign, round, party }: FormPlace): Promise<readonly FormUse[]> {
  return db
    .selectFrom('form_use')
    .select(['address', 'agent', 'first_at as firstAt', 'last_at as lastAt', 'opened', 'submitted'])
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('party', '=', party)
    .orderBy('first_at')
    .execute();
}
