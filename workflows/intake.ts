import {
  allHandlersFinished,
  condition,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { atTheMailroom, atTheOffice } from './activity-proxies.js';
import * as api from './api.js';
import { refuse } from './refuse.js';

/** One arriving mail: stored already, judged here, then delivered to its tasks, noted, or held for a coordinator. */
export async function intake({ mail }: api.IntakeInput): Promise<void> {
  let decided = false;

  let verdict = await atTheOffice.judgeMail.executeWithOptions({ summary: '甄别来件' }, [{ mail, at: Date.now() }]);
  describe();

  setHandler(
    api.releaseUpdate,
    async (order) => {
      verdict = await atTheOffice.releaseMail({ mail, ...order, at: Date.now() });
      decided = true;
      return { answers: verdict.answers };
    },
    { validator: stillHeld },
  );
  setHandler(
    api.refuseUpdate,
    async ({ by, why }) => {
      verdict = await atTheOffice.refuseMail({ mail, by, at: Date.now(), ...(why !== undefined && { why }) });
      decided = true;
    },
    { validator: stillHeld },
  );

  // What a held mail does say counts at once; only the rest waits.
  const judged = verdict;
  await carryOut(judged);
  if (judged.state === 'held') {
    await condition(() => decided);
    describe();
    await carryOut(verdict);
  }
  await condition(allHandlersFinished);

  async function carryOut({ answers, receipt }: typeof verdict): Promise<void> {
    if (answers > 0)
      await atTheOffice.deliverAnswers.executeWithOptions({ summary: `送达${answers}项报送` }, [{ mail }]);
    if (receipt) await atTheMailroom.sendReceipt.executeWithOptions({ summary: '回执' }, [{ mail, at: Date.now() }]);
  }

  function stillHeld(_order: api.Order): void {
    if (verdict.state !== 'held' || decided) refuse(({ mailNotHeld }) => mailNotHeld);
  }

  function describe(): void {
    setCurrentDetails(`**${verdict.headline}**\n\n${verdict.reasons.join('\n')}`);
    if (verdict.campaign)
      upsertSearchAttributes([
        { key: api.searchAttributes.campaign, value: verdict.campaign },
        ...(verdict.round ? [{ key: api.searchAttributes.round, value: verdict.round }] : []),
        ...(verdict.party ? [{ key: api.searchAttributes.party, value: verdict.party }] : []),
      ]);
  }
}
