import { ApplicationFailure } from '@temporalio/common';
import { postNames } from '../../domain/post-names.js';
import { applyContactChange as apply, type ContactChange, readContactChange } from '../../record/contact-changes.js';
import { append } from '../../record/journal.js';
import { addLetters } from '../../record/letters.js';
import { campaignRow, partyRow } from '../../record/office-facts.js';
import { revokeLinks } from '../../record/posts.js';
import type { Trx } from '../../record/schema.js';
import { announce } from '../announce.js';
import type { Deps } from '../deps.js';
import { tellCoordinators } from '../tell-coordinators.js';
import { type Changed, contactLetters, hasNewAddress, isLiaison } from './contact-letters.js';

interface Change {
  readonly campaign: string;
  readonly desk: string;
  readonly change: number;
  readonly by: string;
  readonly at: number;
  readonly why?: string;
}

/**
 * The desk puts a new holder into a post; the change lies in the record, only its id came through Temporal. One that is
 * held waits for a coordinator's word: until then the coordinators only hear of it.
 */
export async function applyContactChange(deps: Deps, order: Change): Promise<void> {
  const { db } = deps;
  const { campaign, desk, change, by, at } = order;
  const asked = await readContactChange(db, change);
  if (asked?.party !== desk || asked.campaign !== campaign)
    throw refused(`没有${desk}的联络人变更${change}；请重新用 shuangyue contact 提出。`);
  if (asked.state === 'refused')
    throw refused(
      `联络人变更${change}已被${asked.decidedBy ?? '协调员'}驳回；确需变更请重新用 shuangyue contact 提出。`,
    );
  if (asked.state === 'held' && !(await isCoordinator(deps, campaign, by))) return tellHeld(deps, asked);
  await db.transaction().execute((trx) => carryOut(trx, deps, order));
  // Run again after a crash, this is what may be missing; said twice it changes nothing.
  await announce(deps, campaign, desk, at);
  if (asked.source === 'page' && by === desk) await tellApplied(deps, asked);
}

async function carryOut(trx: Trx, deps: Deps, { campaign, desk, change, by, at, why }: Change): Promise<void> {
  const instant = new Date(at).toISOString();
  const done = await apply(trx, { change, by, at: instant });
  if (!done) return;
  const changed: Changed = { ...done, at: instant };
  if (isLiaison(done.applied) && done.retired && hasNewAddress(changed))
    await revokeLinks(trx, { campaign, party: desk });
  await addLetters(trx, await contactLetters(trx, deps, changed));
  const { kind: post, source } = done.applied;
  await append(trx, { campaign, at: instant, by, act: 'contact', party: desk, why, detail: { post, change, source } });
}

async function isCoordinator({ db }: Deps, campaign: string, by: string): Promise<boolean> {
  return (await campaignRow(db, campaign)).setup.coordinators.some(({ code }) => code === by);
}

async function tellHeld(deps: Deps, { id, campaign, party, kind, doubts }: ContactChange): Promise<void> {
  const text = `${await nameOf(deps, campaign, party)}请求变更${postNames[kind]}，待您核定：${doubts.join('；')}。`;
  const how = `同意：shuangyue contacts approve ${id} --as 代码；不同意：shuangyue contacts refuse ${id} --as 代码。`;
  await tellCoordinators(deps, { campaign, about: `held/contact/${id}`, text: `${text}${how}` });
}

async function tellApplied(deps: Deps, { id, campaign, party, kind, name }: ContactChange): Promise<void> {
  const text = `${await nameOf(deps, campaign, party)}在联络员确认页把${postNames[kind]}变更为${name}，已生效，并已告知原邮箱。`;
  const how = `如有不妥：shuangyue contacts undo ${id} --as 代码。`;
  await tellCoordinators(deps, { campaign, about: `contact/${id}`, text: `${text}${how}` });
}

async function nameOf({ db }: Deps, campaign: string, party: string): Promise<string> {
  return (await partyRow(db, campaign, party))?.name ?? party;
}

function refused(reason: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(reason, 'Refused');
}
