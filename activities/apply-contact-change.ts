import { ApplicationFailure } from '@temporalio/common';
import { applyContactChange as apply, readContactChange } from '../record/contact-changes.js';
import { append } from '../record/journal.js';
import type { Deps } from './deps.js';

interface Change {
  readonly campaign: string;
  readonly desk: string;
  readonly change: number;
  readonly by: string;
  readonly at: number;
  readonly why?: string;
}

/** The desk puts a new holder into a post; the change lies in the record, only its id came through Temporal. */
export async function applyContactChange({ db }: Deps, { campaign, desk, change, by, at, why }: Change): Promise<void> {
  const asked = await readContactChange(db, change);
  if (asked?.party !== desk || asked.campaign !== campaign)
    throw ApplicationFailure.nonRetryable(
      `没有${desk}的联络人变更${change}；请重新用 shuangyue contact 提出。`,
      'Refused',
    );
  await db.transaction().execute(async (trx) => {
    const instant = new Date(at).toISOString();
    if (!(await apply(trx, { change, at: instant }))) return;
    await append(trx, { campaign, at: instant, by, act: 'contact', party: desk, why, detail: { post: asked.kind } });
  });
}
