import { dateIn } from '../domain/zone-time.js';
import type { PostKind } from '../domain/register.js';
import * as api from '../workflows/api.js';
import { lookIntoOutbox, type Outbox } from '../record/outbox.js';
import { type AskContacts, askContacts } from './contacts/ask-contacts.js';
import { applyContactChange } from './contacts/apply-contact-change.js';
import { calendarOf, remindMs, retryMs } from './campaign-calendar.js';
import type { Deps } from './deps.js';
import { attemptNumber } from './in-context.js';
import { awaitTasks } from './letters/await-tasks.js';
import { claimLetters } from './letters/claim-letters.js';
import { claimNotesLetter } from './letters/claim-notes.js';
import { sendInLots } from './letters/send-unsent.js';
import { signLetter, type Signature } from './letters/sign-letter.js';
import { tellTasksOfEscalations } from './letters/tell-tasks.js';
import { campaignRow } from '../record/office-facts.js';
import { tellCoordinators } from './tell-coordinators.js';

interface Dispatch {
  readonly campaign: string;
  readonly desk: string;
  /** Epoch milliseconds by which things are due. */
  readonly at: number;
}
export interface Dispatched {
  /** One line for the desk's current details. */
  readonly summary: string;
  /** When to look again: something was withheld, or a draft waits for a signature. Epoch milliseconds. */
  readonly retryAt?: number;
}

export function createDeskActivities(deps: Deps) {
  return {
    /** All that is due to one addressee leaves: claimed in one transaction, then sent letter by letter. */
    async dispatchLetters({ campaign, desk, at }: Dispatch): Promise<Dispatched> {
      const dueBy = new Date(at).toISOString();
      await awaitTasks(deps, { campaign, desk, at: dueBy });
      const { drafted, withheld } = await claimLetters(deps, { campaign, desk, dueBy, at: deps.now().getTime() });
      if (desk === api.coordinatorsDesk) await claimNotesLetter(deps, campaign, at);
      for (const { task, round, why } of withheld) {
        await tellCoordinators(deps, {
          campaign,
          about: `withheld/${campaign}/${round}/${task}/${why}`,
          text: `任务${task}的督办函暂缓：${why}。处理后系统自动再试。`,
        });
      }
      const { unsigned, unsent } = await lookIntoOutbox(deps.db, { campaign, desk });
      if (unsigned.length > 0) await remindOfUnsigned(campaign, unsigned);
      const sent = await sendInLots(deps, unsent);
      // An attempt that was cut off may have sent a 督办函 and told nobody: it lies in no outbox any more.
      if (attemptNumber() > 1) await tellTasksOfEscalations(deps, { campaign, desk });
      const wait = withheld.length > 0 ? retryMs : unsigned.length > 0 ? remindMs : undefined;
      return {
        summary: `发出${sent}封${drafted.length > 0 ? `，待签发${drafted.length}封` : ''}${withheld.length > 0 ? `，暂缓${withheld.length}项` : ''}`,
        ...(wait && { retryAt: deps.now().getTime() + wait(await calendarFor(campaign)) }),
      };
    },

    /** A coordinator signs a 督办函; it is sent at once unless it needs a second signature or the gate withholds it. */
    async signLetter(signature: Signature): Promise<{ outcome: api.SignOutcome; retryAt?: number }> {
      const outcome = await signLetter(deps, signature);
      if (outcome !== 'withheld') return { outcome };
      return { outcome, retryAt: deps.now().getTime() + retryMs(await calendarFor(signature.campaign)) };
    },

    changeContact: (change: {
      readonly campaign: string;
      readonly desk: string;
      readonly post: PostKind;
      readonly change: number;
      readonly by: string;
      readonly at: number;
      readonly why?: string;
    }) => applyContactChange(deps, change),

    askContacts: (asking: AskContacts) => askContacts(deps, asking),
  };

  async function calendarFor(campaign: string) {
    return calendarOf(await campaignRow(deps.db, campaign), deps.holidays);
  }

  /** At drafting and then once a day. */
  async function remindOfUnsigned(campaign: string, unsigned: Outbox['unsigned']): Promise<void> {
    const { zone } = await calendarFor(campaign);
    for (const { id, tasks } of unsigned) {
      await tellCoordinators(deps, {
        campaign,
        about: `unsigned/${id}/${dateIn(zone, deps.now().getTime())}`,
        text: `督办函（编号${id}，任务${tasks.join('、')}）待签发：shuangyue sign ${id} --as 代码。关闭前未签发的自动作废并列为“未签发”。`,
      });
    }
  }
}
