import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addLetters, lettersByKey } from '../../../record/letters.js';
import { markSent } from '../../../record/accepted-letters.js';
import { beginSending } from '../../../record/sending-letters.js';
import { keepFile } from '../../../record/files.js';
import { claimNotices, dueNotices } from '../../../record/notices.js';
import { setRoundState } from '../../../record/rounds.js';
import { loggedCalls } from '../../../record/sent-letters.js';
import { campaign, type Office, openOffice, round } from './open-office.js';

let office: Office;
const opened = '2026-04-13T01:30:00.000Z';
const at = '2026-04-27T06:05:00.000Z';

beforeAll(async () => {
  office = await openOffice({ at: '2026-04-27T06:00:00.000Z', led: ['gxt', 'kjt'] });
});
afterAll(() => office.close());

const ledBy = (party: string) => office.register.tasks.filter(({ lead }) => lead === party).map(({ number }) => number);
const call = { campaign, round, party: 'gxt', by: 'zqb1', at } as const;

/** A reminder about one task, sent. */
async function sendReminder(task: number): Promise<number> {
  await office.tasks.happen(task, {
    kind: 'step',
    at: Date.parse(at),
    step: { kind: 'reminder', at: Date.parse(opened), label: '催报' },
  });
  const key = `demo/gxt/${task}`;
  const names = { key, messageId: `<${task}@ln.example>`, token: 'abcdefghijkl' };
  await addLetters(office.db, [
    { ...names, campaign, round, desk: 'gxt', kind: 'reminder', plannedAt: opened, state: 'ready' },
  ]);
  const id = (await lettersByKey(office.db, [key]))[0]?.id ?? 0;
  const due = await dueNotices(office.db, { campaign, desk: 'gxt', at: opened });
  await claimNotices(
    office.db,
    due.map((notice) => ({ id: notice.id, letter: id })),
  );
  const bytes = Buffer.from('Subject: x\r\n\r\nx\r\n');
  const raw = await keepFile(office.db, office.files, { bytes, media: 'message/rfc822', at: opened });
  const to = { recipients: ['gxt.liaison@ln.example'], copies: [] };
  await beginSending(office.db, [{ id, ...to, subject: 'x', raw, at: opened, bootId: 'boot' }]);
  await markSent(office.db, [{ id, at: opened }]);
  return id;
}

describe('the calls of the day', () => {
  it('list the silent with numbers, never the head', async () => {
    const list = await office.board.calls(campaign);
    const gxt = list?.parties.find(({ code }) => code === 'gxt');
    expect(list?.round).toMatchObject({ id: round });
    expect(gxt?.posts.map(({ post }) => post)).toEqual(['liaison-a', 'liaison-b', 'section', 'office']);
    expect(gxt?.posts[0]).toMatchObject({ phone: '024-00000301', bouncedAt: null });
    expect(gxt?.tasks.map(({ number }) => number)).toEqual(ledBy('gxt'));
  });

  it('leave out who answered everything', async () => {
    for (const task of ledBy('kjt'))
      await office.orders.answerOnBehalf({ campaign, round, task, by: 'zqb1', via: '电话', content: { figures: [], unchanged: true }, receivedAt: at }); // prettier-ignore
    expect((await office.board.calls(campaign))?.parties.map(({ code }) => code)).toEqual(['gxt']);
  });

  it('show what was sent and what was said on the telephone', async () => {
    const letter = await sendReminder(ledBy('gxt')[0] ?? 0);
    const said = { received: true, stuckAt: 'sign-off', expectedOn: '2026-04-28' } as const;
    const { call: id } = await office.orders.logCall({ ...call, said });
    const [gxt] = (await office.board.calls(campaign))?.parties ?? [];
    expect(gxt?.letters).toEqual([{ id: letter, kind: 'reminder', sentAt: opened }]);
    expect(gxt?.calls).toEqual([{ id, at, round, party: 'gxt', by: 'zqb1', outcome: 'reached', said, note: '' }]);
  });

  it('stand in a 督办函 as one sentence', async () => {
    expect(await loggedCalls(office.db, { campaign, round, desks: ['gxt'] })).toEqual([
      { desk: 'gxt', at, note: '已接通，已收到通知，卡在审签，预计4月28日（星期二）报送' },
    ]);
  });

  it('are nobody once no round is open', async () => {
    expect(await office.board.calls('none')).toBeUndefined();
  });
});

describe('the report on two missed rounds', () => {
  it('names who is one round away from it, and drafts nothing', async () => {
    const [task = 0] = ledBy('gxt');
    await office.tasks.happen(task, { kind: 'close', at: Date.parse(at), round });
    await setRoundState(office.db, { campaign, round, state: 'closed' });
    const draft = await office.board.report(campaign, undefined);
    expect(draft).toMatchObject({ due: [], text: null, close: [{ code: 'gxt', tasks: [{ number: task }] }] });
    expect(await office.board.report(campaign, 'kjt')).toMatchObject({ close: [] });
  });

  it('is drafted with letters and calls counted', async () => {
    const [task = 0] = ledBy('gxt');
    await office.open(2);
    await office.tasks.happen(task, { kind: 'close', at: Date.parse(at), round: '2026-3' });
    await setRoundState(office.db, { campaign, round: '2026-3', state: 'closed' });
    const draft = await office.board.report(campaign, undefined);
    expect(draft?.rounds).toEqual([round, '2026-3']);
    expect(draft?.due).toMatchObject([{ code: 'gxt', tasks: [{ number: task }], letters: 1, calls: 1 }]);
    expect(draft?.text).toContain('省工业和信息化厅');
    expect(draft?.text).toContain('发函1次，电话1次');
    expect(draft?.html).toContain('专报');
  });
});

describe('the history of a task', () => {
  it('gathers its changes, letters and calls', async () => {
    const [task = 0] = ledBy('gxt');
    const history = await office.board.task(campaign, task);
    expect(history?.transitions.map(({ event, lead }) => [event, lead]).slice(0, 3)).toEqual([
      ['open', 'gxt'],
      ['reminder', 'gxt'],
      ['close', 'gxt'],
    ]);
    expect(history?.letters).toMatchObject([
      { kind: 'reminder', desk: 'gxt', state: 'sent', at: opened, to: ['gxt.liaison@ln.example'] },
    ]);
    expect(history?.calls).toMatchObject([{ party: 'gxt', outcome: 'reached' }]);
    expect(history?.names['gxt']).toBe('省工业和信息化厅');
  });

  it('gathers the answers of another', async () => {
    const history = await office.board.task(campaign, ledBy('kjt')[0] ?? 0);
    expect(history).toMatchObject({
      letters: [],
      calls: [],
      answers: [{ channel: 'coordinator', outcome: 'answered' }],
    });
  });
});
