import { allHandlersFinished, condition, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { BulletinDraft } from '../activities/bulletin-activities.js';
import { atTheMailroom, atTheOffice } from './activity-proxies.js';
import * as api from './api.js';
import { refuse } from './refuse.js';

/**
 * The round's roll-up: drafted from the record, decided by a coordinator, published by mail and kept. It stays open
 * after that: an edit or a return then leads to a correction, a new version that says what it corrects.
 */
export async function bulletin({ campaign, round }: api.BulletinInput): Promise<void> {
  let approvedBy: string | undefined;
  let redraft = false;
  let composing = false;
  let published: number | undefined;
  let ended = false;

  let draft: BulletinDraft = await compose();

  setHandler(
    api.approveUpdate,
    async ({ by }) => {
      const { version } = draft;
      approvedBy = by;
      await condition(() => published === version);
      return { version };
    },
    { validator: undecided },
  );
  setHandler(
    api.editUpdate,
    async ({ by, why, version }) => {
      draft = { ...draft, version };
      describe();
      await atTheOffice.note({
        campaign,
        round,
        by,
        act: 'edit-bulletin',
        at: Date.now(),
        ...(why !== undefined && { why }),
      });
    },
    { validator: notInPrint },
  );
  setHandler(
    api.returnBulletinUpdate,
    async ({ by, why }) => {
      redraft = true;
      const { version } = draft;
      if (version === published) return;
      await atTheOffice.returnBulletin({
        campaign,
        round,
        version,
        by,
        at: Date.now(),
        ...(why !== undefined && { why }),
      });
    },
    { validator: notInPrint },
  );
  setHandler(api.endSignal, () => {
    ended = true;
  });

  while (!isEnded()) {
    describe();
    if (isPublished()) await condition(() => ended || redraft || !isPublished());
    else if (approvedBy ?? (draft.publishesItself && !redraft)) await publish(approvedBy ?? 'system');
    else await waitForDecision();
    if (redraft) draft = await compose();
  }
  await condition(allHandlersFinished);

  async function compose(): Promise<BulletinDraft> {
    redraft = false;
    composing = true;
    const composed = await atTheOffice.composeBulletin.executeWithOptions({ summary: `编写${round}期简报` }, [
      { campaign, round, at: Date.now(), ...(published !== undefined && { corrects: published }) },
    ]);
    composing = false;
    return composed;
  }

  async function waitForDecision(): Promise<void> {
    const { version, remindAfterMs } = draft;
    const moved = () => ended || redraft || approvedBy !== undefined || draft.version !== version;
    if (await condition(moved, remindAfterMs, { summary: '提醒审核简报' })) return;
    await atTheOffice.remindOfBulletin({ campaign, round, version, at: Date.now() });
  }

  async function publish(by: string): Promise<void> {
    const { version } = draft;
    await atTheMailroom.publishBulletin.executeWithOptions({ summary: `印发${round}期简报` }, [
      { campaign, round, version, by, at: Date.now(), ...(published !== undefined && { corrects: published }) },
    ]);
    published = version;
    approvedBy = undefined;
  }

  function isEnded(): boolean {
    return ended;
  }

  function isPublished(): boolean {
    return draft.version === published;
  }

  function undecided(order: api.Order): void {
    if (redraft || composing) refuse(({ bulletinBeingWritten }) => bulletinBeingWritten(round));
    if (isPublished()) refuse(({ bulletinPublished }) => bulletinPublished(round, draft.version));
    notInPrint(order);
  }

  function notInPrint(_order: api.Order): void {
    if (approvedBy !== undefined) refuse(({ bulletinInPrint }) => bulletinInPrint(round));
  }

  function describe(): void {
    const state = isPublished() ? '已印发' : published === undefined ? '待审' : '更正稿待审';
    setCurrentDetails(`**${round}期简报${state}**（第${draft.version}版）\n\n${draft.title}`);
  }
}
