import type { CallsModel } from '../../mail/compose/letter-model.js';
import { groupBy } from '../../domain/group-by.js';
import { coordinatorsDesk } from '../../workflows/api.js';
import { addLetters } from '../../record/letters.js';
import { campaignRow, currentPosts, partyRow, roundRow } from '../../record/office-facts.js';
import { silentTasks } from '../../record/round-opening.js';
import { announce } from '../announce.js';
import type { Deps } from '../deps.js';
import { letterParty, letterRound } from './letter-facts.js';
import { letterKey, namedLetter } from './letter-name.js';

/** The 电话清单: who is silent at this instant, whom to ring, about which tasks. Nobody silent, no list. */
export async function draftCalls(
  deps: Deps,
  { campaign, round, at }: { campaign: string; round: string; at: number },
): Promise<void> {
  const silent = await silentTasks(deps.db, { campaign, round });
  if (silent.length === 0) return;
  const { setup } = await campaignRow(deps.db, campaign);
  const plannedAt = new Date(at).toISOString();
  const sheets = await Promise.all(
    [...groupBy(silent, ({ lead }) => lead)].map(([party, tasks]) => callSheet(deps, campaign, party, tasks)),
  );
  const model: CallsModel = {
    kind: 'calls',
    campaign: setup,
    at: plannedAt,
    round: letterRound(await roundRow(deps.db, campaign, round)),
    parties: sheets.flatMap((sheet) => sheet ?? []),
  };
  const key = letterKey({ campaign, addressee: `${coordinatorsDesk}.calls`, plannedAt, n: 1 });
  const letter = {
    key,
    campaign,
    round,
    desk: coordinatorsDesk,
    kind: 'calls',
    plannedAt,
    state: 'ready',
    body: model,
  } as const;
  await addLetters(deps.db, [namedLetter(letter, deps.office)]);
  await announce(deps, campaign, coordinatorsDesk, at);
}

async function callSheet(
  { db }: Deps,
  campaign: string,
  code: string,
  tasks: readonly { number: number; title: string }[],
) {
  const party = await partyRow(db, campaign, code);
  if (!party) return undefined;
  const posts = await currentPosts(db, campaign, code);
  const reachable = [posts['liaison-a'], posts['liaison-b'], posts.section].flatMap((post) => post ?? []);
  const troubles = reachable
    .filter(({ bounced_at }) => bounced_at !== null)
    .map(({ name, email }) => `${name}信箱${email}退信`);
  return {
    party: letterParty(party),
    posts: reachable.map(({ name, email, phone }) => ({ name, email, ...(phone !== null && { phone }) })),
    tasks: tasks.map(({ number, title }) => ({ number, title })),
    ...(troubles.length > 0 && { troubles }),
  };
}
