import type { ContactChange } from '../../record/contact-changes.js';
import type { RetiredHolder } from '../../record/posts.js';
import { askedTasks } from '../../record/asked-tasks.js';
import type { NewLetter } from '../../record/letters.js';
import { campaignRow, currentPosts, type PartyRow, partyRow, roundRow } from '../../record/office-facts.js';
import { readRounds } from '../../record/rounds.js';
import type { Trx } from '../../record/schema.js';
import { readMail } from '../../record/mails.js';
import type { ChangedContactModel, WelcomeModel } from '../../mail/compose/letter-model.js';
import type { Recipients } from '../../mail/compose/address-letter.js';
import type { Deps } from '../deps.js';
import { formLink, letterParty, letterRound, letterTask } from '../letters/letter-facts.js';
import { namedLetter } from '../letters/letter-name.js';

export interface Changed {
  readonly applied: ContactChange;
  readonly retired: RetiredHolder | undefined;
  readonly at: string;
}

export function isLiaison({ kind }: Pick<ContactChange, 'kind'>): boolean {
  return kind === 'liaison-a' || kind === 'liaison-b';
}

/** The same address once more is a correction of its entry, and nobody new. */
export function hasNewAddress({ applied, retired }: Changed): boolean {
  return retired?.email.toLowerCase() !== applied.email.toLowerCase();
}

/** A welcome to a new liaison, and a receipt to who asked for the change and to who held the post. */
export async function contactLetters(trx: Trx, { office }: Deps, changed: Changed): Promise<readonly NewLetter[]> {
  const { applied, at } = changed;
  const { campaign, party: desk } = applied;
  const party = await partyRow(trx, campaign, desk);
  if (!party) return [];
  const open = (await readRounds(trx, campaign)).find(({ state }) => state === 'open');
  const bodies = [
    ...(isLiaison(applied) && hasNewAddress(changed) ? [await welcome(trx, office, changed, party, open?.round)] : []),
    ...(await receipt(trx, changed, party)),
  ];
  return bodies.map((body) =>
    namedLetter(
      {
        key: `${campaign}/${desk}.contacts/${applied.id}/${body.about}`,
        campaign,
        round: open?.round ?? null,
        desk,
        kind: 'contacts',
        plannedAt: at,
        state: 'ready',
        body,
      },
      office,
    ),
  );
}

type Addressed<Model> = Model & { readonly sendTo: Recipients };

async function welcome(
  trx: Trx,
  office: Deps['office'],
  { applied, at }: Changed,
  party: PartyRow,
  round: string | undefined,
): Promise<Addressed<WelcomeModel>> {
  const { campaign: id, kind: post, email } = applied;
  const campaign = await campaignRow(trx, id);
  const others = Object.values(await currentPosts(trx, id, party.code)).filter((other) => isLiaison(other));
  const cc = others.map((other) => other.email).filter((other) => other.toLowerCase() !== email.toLowerCase());
  return {
    kind: 'contacts',
    about: 'welcome',
    campaign: campaign.setup,
    at,
    party: letterParty(party),
    post,
    ...(round !== undefined && { open: await openTasks(trx, office, campaign, party, round) }),
    sendTo: { to: [email], cc },
  };
}

async function openTasks(
  trx: Trx,
  office: Deps['office'],
  campaign: Awaited<ReturnType<typeof campaignRow>>,
  party: PartyRow,
  id: string,
): Promise<NonNullable<WelcomeModel['open']>> {
  const round = await roundRow(trx, campaign.id, id);
  const asked = await askedTasks(trx, { campaign: campaign.id, party: party.code, round: id });
  const owed = asked.filter(({ standing }) => owing.includes(standing));
  return {
    round: letterRound(round),
    tasks: owed.map((task) => letterTask(task, undefined, round)),
    link: formLink(office, campaign, party, round),
  };
}

const owing: readonly string[] = ['asked', 'overdue', 'escalated', 'returned'];

async function receipt(
  trx: Trx,
  { applied, retired, at }: Changed,
  party: PartyRow,
): Promise<readonly Addressed<ChangedContactModel>[]> {
  const { source, kind: post, name, email, campaign, mail } = applied;
  if (source === 'coordinator') return [];
  const sender = mail === null ? undefined : ((await readMail(trx, mail))?.fromAddress ?? undefined);
  const former = retired && retired.bouncedAt === null ? retired.email : undefined;
  const to = distinct([sender, former]).filter((address) => address.toLowerCase() !== email.toLowerCase());
  if (to.length === 0) return [];
  return [
    {
      kind: 'contacts',
      about: 'changed',
      campaign: (await campaignRow(trx, campaign)).setup,
      at,
      party: letterParty(party),
      source,
      post,
      ...(retired && { from: retired.name }),
      to: { name, email },
      linksStopped: isLiaison(applied) && retired !== undefined,
      sendTo: { to, cc: [] },
    },
  ];
}

function distinct(addresses: readonly (string | undefined)[]): readonly string[] {
  const byFolded = new Map(
    addresses.flatMap((address) => (address ? [[address.toLowerCase(), address] as const] : [])),
  );
  return [...byFolded.values()];
}
