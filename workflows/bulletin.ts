import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { atTheMailroom, atTheOffice } from './activity-proxies.js';
import * as api from './api.js';

/** The round's roll-up: drafted from the record, decided by a coordinator, published by mail and kept. */
export async function bulletin(input: api.BulletinInput): Promise<void> {
  const { campaign, round } = input;
  let approved: api.Order | undefined;
  let redraft: string | undefined;
  let published = false;

  let draft = await atTheOffice.composeBulletin.executeWithOptions({ summary: `编写${round}期简报` }, [
    { ...input, at: Date.now() },
  ]);

  setHandler(
    api.approveUpdate,
    async (order) => {
      approved = order;
      await condition(() => published);
      return { version: draft.version };
    },
    { validator: undecided },
  );
  setHandler(
    api.editUpdate,
    async ({ by, why, version }) => {
      draft = { ...draft, version };
      await atTheOffice.note({
        campaign,
        round,
        by,
        act: 'edit-bulletin',
        at: Date.now(),
        ...(why !== undefined && { why }),
      });
      describe();
    },
    { validator: undecided },
  );
  setHandler(
    api.returnBulletinUpdate,
    async ({ by, why }) => {
      redraft = why ?? '';
      await atTheOffice.returnBulletin({
        campaign,
        round,
        version: draft.version,
        by,
        at: Date.now(),
        ...(why !== undefined && { why }),
      });
    },
    { validator: undecided },
  );

  describe();
  while (!isDecided()) {
    const decided = await condition(() => approved !== undefined || redraft !== undefined, draft.remindAfterMs, {
      summary: '提醒审核简报',
    });
    if (!decided) await atTheOffice.remindOfBulletin({ campaign, round, version: draft.version, at: Date.now() });
    if (redraft !== undefined) {
      redraft = undefined;
      draft = await atTheOffice.composeBulletin({ ...input, at: Date.now() });
      describe();
    }
  }
  const by = approved?.by ?? 'system';
  await atTheMailroom.publishBulletin.executeWithOptions({ summary: `印发${round}期简报` }, [
    { campaign, round, version: draft.version, by, at: Date.now() },
  ]);
  published = true;
  setCurrentDetails(`**${round}期简报已印发**（第${draft.version}版）`);
  await condition(allHandlersFinished);

  function isDecided(): boolean {
    return approved !== undefined || draft.publishesItself;
  }

  function undecided(_order: api.Order): void {
    if (approved)
      throw ApplicationFailure.nonRetryable(`${round}期简报已经审定，正在印发；如需改动请另发更正。`, 'Refused');
  }

  function describe(): void {
    setCurrentDetails(`**${round}期简报待审**（第${draft.version}版）\n\n${draft.title}`);
  }
}
