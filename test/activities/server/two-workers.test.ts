import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deps } from '../../../activities/deps.js';
import { claimLetters } from '../../../activities/letters/claim-letters.js';
import { sendLetters } from '../../../activities/letters/send-letters.js';
import { sendUnsent } from '../../../activities/letters/send-unsent.js';
import { signLetter } from '../../../activities/letters/sign-letter.js';
import type { Transition } from '../../../domain/task-life/life.js';
import { createAnswerBatch } from '../../../record/answer-batch.js';
import { saveCampaign } from '../../../record/campaigns.js';
import { addNotices, addOpeningNotices } from '../../../record/notices.js';
import { saveRounds, setRoundState } from '../../../record/rounds.js';
import { createTransitionBatch } from '../../../record/transition-batch.js';
import { sampleCampaign, sampleRound } from '../../record/sample-register.js';
import { openIntakeOffice, round } from '../open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;

const dueBy = '2026-02-28T00:00:00.000Z';
const at = Date.parse('2026-02-20T02:00:00.000Z');
const parties = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
const tasks = Array.from({ length: 24 }, (_, index) => index + 1);
const leadOf = (task: number): string => parties[(task - 1) % parties.length] ?? '';

let office: Office;
let workers: readonly [Deps, Deps];

beforeAll(async () => {
  office = await openIntakeOffice();
  workers = [
    { ...office.deps, bootId: 'first' },
    { ...office.deps, bootId: 'second' },
  ];
});
afterAll(() => office.close());

let campaigns = 0;
/** Six parties with four tasks each, in an open round. */
async function openCampaign(): Promise<string> {
  const { db } = office.deps;
  const campaign = `shared-${(campaigns += 1)}`;
  await db
    .transaction()
    .execute((trx) => saveCampaign(trx, sampleCampaign(campaign, { parties: parties.length, tasks: tasks.length })));
  await saveRounds(db, campaign, [sampleRound(round, '02')]);
  await setRoundState(db, { campaign, round, state: 'open' });
  await addOpeningNotices(db, { campaign, round, at: '2026-02-09T01:30:00.000Z' });
  return campaign;
}

const both = <T>(work: (deps: Deps) => Promise<T>): Promise<readonly T[]> => Promise.all(workers.map(work));
const lettersOf = (campaign: string) =>
  office.deps.db.selectFrom('letter').selectAll().where('campaign', '=', campaign).orderBy('id').execute();
const draftsOf = async (campaign: string) => (await lettersOf(campaign)).filter(({ kind }) => kind === 'escalation');
const noticesOf = (campaign: string) =>
  office.deps.db.selectFrom('notice').selectAll().where('campaign', '=', campaign).orderBy('id').execute();

describe('two workers on one record', () => {
  it('claim each notice for one letter', async () => {
    const campaign = await openCampaign();
    await both((deps) => Promise.all(parties.map((desk) => claimLetters(deps, { campaign, desk, dueBy, at }))));
    const letters = await lettersOf(campaign);
    expect(letters.map(({ desk }) => desk).toSorted()).toEqual(parties);
    const notices = await noticesOf(campaign);
    expect(notices.map(({ state }) => state)).toEqual(tasks.map(() => 'claimed'));
    for (const { id, desk } of letters)
      expect(notices.filter(({ letter }) => letter === id).map((of) => of.desk)).toEqual([desk, desk, desk, desk]);
  });

  it('send each letter once', async () => {
    const campaign = await openCampaign();
    await Promise.all(parties.map((desk) => claimLetters(workers[0], { campaign, desk, dueBy, at })));
    const before = office.sink.mails.length;
    const alive = workers.map((deps) => ({ ...deps, hasEnded: () => Promise.resolve(false) }));
    await Promise.allSettled(alive.map((deps) => sendUnsent(deps, { campaign })));
    expect(office.sink.mails.length - before).toBe(parties.length);
    expect((await lettersOf(campaign)).map(({ state, attempts }) => [state, attempts])).toEqual(
      parties.map(() => ['sent', 1]),
    );
  });

  it('leave a letter to the living one that sends it', async () => {
    const { first, second, letter, before } = await interrupted();
    const asked: string[] = [];
    const alive = { ...second, hasEnded: (bootId: string) => Promise.resolve(asked.push(bootId) === 0) };
    await expect(sendLetters(alive, [letter])).rejects.toThrow('正由另一工作进程发送');
    expect(asked).toEqual([first.bootId]);
    expect(office.sink.mails).toHaveLength(before);
  });

  it('let one alone take over from an ended one', async () => {
    const { letter, before } = await interrupted();
    const heirs = ['heir-1', 'heir-2', 'heir-3'].map((bootId) => ({
      ...office.deps,
      bootId,
      hasEnded: (of: string) => Promise.resolve(of === 'first'),
    }));
    const outcomes = await Promise.allSettled(heirs.map((deps) => sendLetters(deps, [letter])));
    const sent = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value[0] === 'sent');
    expect(sent).toHaveLength(1);
    expect(office.sink.mails).toHaveLength(before + 1);
  });

  it('number the 督办函 of one campaign without a gap', async () => {
    const campaign = await openWithDrafts();
    const drafts = await draftsOf(campaign);
    expect(drafts).toHaveLength(5);
    await Promise.all(
      drafts.map(({ id }, index) =>
        signLetter(workers[index % 2] ?? workers[0], { campaign, letter: id, by: 'zqb1', at }),
      ),
    );
    const numbers = (await draftsOf(campaign)).map(({ document_no: number }) => number);
    expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4, 5].map((n) => `〔2026〕${n}号`)));
  });

  it('go on with a signed letter that the relay put off', async () => {
    const campaign = await openWithDrafts();
    const [draft] = await draftsOf(campaign);
    const signature = { campaign, letter: draft?.id ?? 0, by: 'zqb1', at };
    const deliver = () => Promise.reject(Object.assign(new Error('451 later'), { responseCode: 451 }));
    const putOff = { ...workers[0], postbox: { deliver, close: () => undefined } };
    await expect(signLetter(putOff, signature)).rejects.toThrow('451 later');
    const before = office.sink.mails.length;
    expect(await signLetter(workers[1], signature)).toBe('sent');
    expect(office.sink.mails).toHaveLength(before + 1);
    expect((await draftsOf(campaign))[0]).toMatchObject({ state: 'sent', document_no: '〔2026〕1号' });
  });

  it('give the answers of one task versions without a gap', async () => {
    const campaign = await openCampaign();
    const [one, other] = workers.map(({ db }) => createAnswerBatch(db));
    if (!one || !other) throw new Error('there are two workers');
    const answers = Array.from({ length: 40 }, (_, index) => ({
      campaign,
      task: 1,
      round,
      answerId: `a${index % 30}`,
      party: 'p0',
      channel: 'form' as const,
      by: 'x',
      receivedAt: dueBy,
      content: { figures: [] },
    }));
    await Promise.all(answers.map((answer, index) => (index % 2 === 0 ? one : other).store([answer])));
    const { rows } = await versionsOf(campaign);
    expect(rows).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('never send what an order takes back at the same moment', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const campaign = await openCampaign();
      const write = workers.map(({ db }) => createTransitionBatch(db));
      const excused = tasks.filter((task) => task % 3 === 0);
      await Promise.all([
        ...parties.map((desk, index) =>
          claimLetters(workers[index % 2] ?? workers[0], { campaign, desk, dueBy, at }).then(() =>
            sendUnsent(
              { ...(workers[index % 2] ?? workers[0]), hasEnded: () => Promise.resolve(false) },
              { campaign, desk },
            ),
          ),
        ),
        ...excused.map((task, index) => write[index % 2]?.({ campaign, task, ...excuse(leadOf(task)) })),
      ]);
      const letters = new Map((await lettersOf(campaign)).map((letter) => [letter.id, letter.state]));
      const notices = await noticesOf(campaign);
      for (const { task, state, letter } of notices) {
        const left = letter === null ? undefined : letters.get(letter);
        if (state === 'cancelled') continue;
        expect({ task, state, left }).toEqual({ task, state: 'sent', left: 'sent' });
      }
      expect(notices.filter(({ state, task }) => state === 'cancelled' && !excused.includes(task))).toEqual([]);
      expect([...letters.values()].filter((state) => state === 'ready' || state === 'drafted')).toEqual([]);
    }
  });
});

function excuse(lead: string): Transition {
  return {
    round,
    lead,
    at,
    by: 'zqb1',
    notices: [],
    sequence: 1,
    event: 'excuse',
    before: 'asked',
    after: 'excused',
    takesBack: 'cancelled',
  };
}

/** A letter that the first worker began and did not finish. */
async function interrupted() {
  const campaign = await openCampaign();
  const [first, second] = workers;
  await claimLetters(first, { campaign, desk: 'p0', dueBy, at });
  const [letter] = await lettersOf(campaign);
  const stuck = {
    ...first,
    postbox: {
      deliver: () => Promise.reject(Object.assign(new Error('cut'), { code: 'ETEST' })),
      close: () => undefined,
    },
  };
  const raw = await office.deps.files.put(Buffer.from('Subject: x\r\n\r\nx'));
  await office.deps.db
    .insertInto('file')
    .values({ hash: raw, bytes: 16, media: 'message/rfc822', stored_at: dueBy })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await office.deps.db
    .updateTable('letter')
    .set({ state: 'sending', sending_by: first.bootId, attempts: 1, raw, recipients: JSON.stringify(['x@p0.example']) })
    .where('campaign', '=', campaign)
    .execute();
  return { first: stuck, second, letter: letter?.id ?? 0, before: office.sink.mails.length };
}

/** Five drafts of one instant, past the gate. */
async function openWithDrafts(): Promise<string> {
  const campaign = await openCampaign();
  const [{ db }] = workers;
  await Promise.all(parties.map((desk) => claimLetters(workers[0], { campaign, desk, dueBy, at })));
  await sendUnsent(workers[0], { campaign });
  await db.updateTable('letter').set({ sent_at: '2026-02-01T00:00:00Z' }).where('campaign', '=', campaign).execute();
  const due = tasks.slice(0, 5).map((task) => ({ campaign, task, round, step: 'escalation', desk: leadOf(task), at }));
  await addNotices(db, due as Parameters<typeof addNotices>[1]);
  await draftDirectly(campaign);
  return campaign;
}

async function draftDirectly(campaign: string): Promise<void> {
  const { db } = office.deps;
  const due = (await noticesOf(campaign)).filter(({ step }) => step === 'escalation');
  for (const { id, task, desk, planned_at: plannedAt } of due) {
    const { id: letter } = await db
      .insertInto('letter')
      .values({
        key: `${campaign}/${task}`,
        campaign,
        round,
        desk,
        kind: 'escalation',
        planned_at: plannedAt,
        message_id: `<${campaign}-${task}@x>`,
        token: `${campaign}-${task}`,
        state: 'drafted',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.updateTable('notice').set({ state: 'claimed', letter }).where('id', '=', id).execute();
  }
}

async function versionsOf(campaign: string): Promise<{ rows: readonly number[] }> {
  const rows = await office.deps.db
    .selectFrom('answer')
    .select('version')
    .where('campaign', '=', campaign)
    .orderBy('version')
    .execute();
  return { rows: rows.map(({ version }) => version) };
}
