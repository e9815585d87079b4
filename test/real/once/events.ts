import { closeRoundUpdate, ids, releaseUpdate } from '../../../workflows/api.js';
import { eventually } from '../../eventually.js';
import type { Passed } from '../relay.js';
import { domainOf, type SmallCampaign } from './campaigns.js';
import type { Reply } from './replies.js';
import type { StruckOffice } from './struck-office.js';

/** A machine that is shared is slow to bring workers up. */
export const patienceMs = 240_000;

/** An opening as the relay got it, and what it asks about. */
export interface ToAnswer {
  readonly party: string;
  readonly task: number;
  readonly letter: Passed;
}

/** The openings of all parties of these campaigns. */
export function openingsAt({ relay }: StruckOffice, campaigns: readonly SmallCampaign[]): Promise<readonly ToAnswer[]> {
  const parties = campaigns.flatMap(({ parties: own }) => own.map((party, index) => ({ party, task: index + 1 })));
  return eventually(
    async () =>
      parties.map(({ party, task }) => {
        const letter = relay.passed.find(({ to: [first = ''] }) => first.endsWith(domainOf(party)));
        if (!letter) throw new Error(`${party} was not written to`);
        return { party, task, letter };
      }),
    patienceMs,
  );
}

export async function arrive({ dovecot }: StruckOffice, mails: readonly Reply[]): Promise<void> {
  for (const { raw } of mails) await dovecot.deliver(raw, new Date().toISOString());
}

/** A coordinator vouches for a mail of a stranger; where a worker died of the order, the coordinator looks and orders again. */
export async function release({ orders, record }: StruckOffice, { mail }: Reply, party: string): Promise<void> {
  const campaign = `${party.split('p')[0]}-2030`;
  await eventually(async () => {
    const { state } = await record.db
      .selectFrom('mail')
      .select('state')
      .where('id', '=', mail)
      .executeTakeFirstOrThrow();
    if (state === 'released') return;
    if (state !== 'held') throw new Error(`the mail is ${state}, not held`);
    const round = (await openRound(record, campaign)) ?? '';
    await orders((office) => office.order(ids.intake(mail), releaseUpdate, { by: 'zqb1', campaign, round, party }));
  }, patienceMs);
}

export async function closeRound({ orders, record }: StruckOffice, { id }: SmallCampaign): Promise<void> {
  await eventually(async () => {
    const round = await openRound(record, id);
    if (round === undefined) return;
    await orders((office) => office.order(ids.round(id, round), closeRoundUpdate, { by: 'zqb1' }));
  }, patienceMs);
}

async function openRound({ db }: StruckOffice['record'], campaign: string): Promise<string | undefined> {
  const open = await db
    .selectFrom('round')
    .select('id')
    .where('campaign', '=', campaign)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return open?.id;
}
