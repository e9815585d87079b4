import { groupBy } from '../../domain/group-by.js';
import { postNames } from '../../domain/post-names.js';
import type { PostOffice } from '../../mail/post-office.js';
import { contactEntries } from '../../record/board-entries.js';
import { type CampaignRecord, listCampaigns } from '../../record/campaigns.js';
import type { Db } from '../../record/schema.js';
import { counterOf } from '../post/counter-of.js';
import type { Holder } from '../post/post-counter.js';
import type { PostOfficeCounter } from '../web-deps.js';

const postOrder = Object.keys(postNames);

/** The embedded post office with the names of those whose mailboxes it keeps. */
export function createPostOfficeCounter(db: Db, office: PostOffice): PostOfficeCounter {
  return counterOf(office, () => holders(db), office.send);
}

/** The office first, then the parties in the register's order, then the bulletin's readers. */
async function holders(db: Db): Promise<readonly Holder[]> {
  const campaigns = await listCampaigns(db);
  const parties: Holder[] = [];
  for (const { id } of campaigns) parties.push(...(await partyHolders(db, id)));
  return merged([...campaigns.flatMap(officeHolders), ...parties, ...campaigns.flatMap(readers)]);
}

function officeHolders({ setup: { issuer: unit, coordinators, office } }: CampaignRecord): readonly Holder[] {
  return [...coordinators, office].map(({ name, email }) => ({ address: email, unit, post: name }));
}

function readers({ setup }: CampaignRecord): readonly Holder[] {
  return setup.bulletinTo.map((address) => ({ address, unit: `${setup.bulletin}收阅单位`, post: '简报收阅' }));
}

async function partyHolders(db: Db, campaign: string): Promise<readonly Holder[]> {
  const entries = await contactEntries(db, { campaign });
  const byParty = [...groupBy(entries, ({ party }) => party).values()];
  return byParty.flatMap((posts) =>
    posts
      .toSorted((one, other) => postOrder.indexOf(one.post) - postOrder.indexOf(other.post))
      .map(({ email, partyName, post }) => ({ address: email, unit: partyName, post: postNames[post] })),
  );
}

/** One mailbox may serve several posts of its unit, and the same one in several campaigns. */
function merged(all: readonly Holder[]): readonly Holder[] {
  const groups = groupBy(all, ({ address, unit }) => JSON.stringify([unit, address.toLowerCase()]));
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, post: [...new Set(same.map(({ post }) => post))].join('、') }] : [];
  });
}
