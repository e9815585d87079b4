import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { composeLetter } from '../../../mail/compose/compose-letter.js';
import type { LetterModel } from '../../../mail/compose/letter-model.js';
import { buildMime } from '../../../mail/compose/mime.js';
import { keepFile } from '../../../record/files.js';
import { addLetters, lettersByKey } from '../../../record/letters.js';
import { markSent } from '../../../record/accepted-letters.js';
import { beginSending } from '../../../record/sending-letters.js';
import { judgeMail, receiveMail } from '../../record/one-mail.js';
import { addNotices, claimNotices, dueNotices } from '../../../record/notices.js';
import { parties, samples, zone } from '../../mail/letter-samples.js';
import { campaign, type Office, openOffice, round } from './open-office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ at: '2026-05-07T02:00:00.000Z' });
});
afterAll(() => office.close());

const openedAt = '2026-04-13T01:30:00.000Z';
const escalatesAt = '2026-05-07T01:30:00.000Z';

async function draftLetter(
  desk: string,
  kind: 'opening' | 'escalation',
  plannedAt: string,
  tasks: readonly number[],
): Promise<number> {
  const key = `demo/${desk}/${kind}/${plannedAt}`;
  for (const task of tasks) {
    const step = kind === 'opening' ? 'return' : kind;
    await addNotices(office.db, [{ campaign, task, round, step, desk, at: Date.parse(plannedAt) }]);
  }
  const names = { key, messageId: `<${key}@ln.example>`, token: `${desk}${kind}`.slice(0, 12) };
  const state = kind === 'escalation' ? 'drafted' : 'ready';
  await addLetters(office.db, [{ ...names, campaign, round, desk, kind, plannedAt, state }]);
  const id = (await lettersByKey(office.db, [key]))[0]?.id ?? 0;
  const due = await dueNotices(office.db, { campaign, desk, at: plannedAt });
  await claimNotices(
    office.db,
    due.map((notice) => ({ id: notice.id, letter: id })),
  );
  return id;
}

async function sendOpening(desk: string, tasks: readonly number[]): Promise<number> {
  const id = await draftLetter(desk, 'opening', openedAt, tasks);
  const letter = composeLetter(samples(parties.peer)['opening'] as LetterModel, { zone });
  const to = [`${desk}.liaison@ln.example`];
  const { raw } = await buildMime({
    letter,
    from: { name: '省质量强省工作领导小组办公室', address: 'office@ln.example' },
    to,
    cc: [],
    messageId: `<${id}@ln.example>`,
    references: [],
    replyTo: 'reply+x@reply.ln.example',
    listId: 'demo.ln.example',
    subjectTag: '〔abcdefghijkl〕',
    date: openedAt,
    envelopeFrom: 'bounce+x@reply.ln.example',
  });
  const hash = await keepFile(office.db, office.files, { bytes: raw, media: 'message/rfc822', at: openedAt });
  const { subject } = letter;
  const sending = { id, recipients: to, copies: [], subject, raw: hash, at: openedAt, bootId: 'boot' };
  await beginSending(office.db, [sending]);
  await markSent(office.db, [{ id, at: openedAt }]);
  return id;
}

const ledBy = (party: string) => office.register.tasks.filter(({ lead }) => lead === party).map(({ number }) => number);

async function arrive(
  text: string,
  kind: 'answer' | 'automatic',
  party: string,
  state: 'held' | 'noted',
): Promise<string> {
  const bytes = Buffer.from(
    `From: wang@ln.example\r\nSubject: =?utf-8?B?${Buffer.from('任务进展').toString('base64')}?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  );
  const receivedAt = '2026-04-26T08:00:00.000Z';
  const raw = await keepFile(office.db, office.files, { bytes, media: 'message/rfc822', at: receivedAt });
  const { id } = await receiveMail(office.db, {
    raw,
    receivedAt,
    envelopeFrom: 'wang@ln.example',
    envelopeTo: ['reply@ln.example'],
  });
  await judgeMail(office.db, { mail: id, kind, state, reasons: [], campaign, party, subject: '任务进展' });
  return id;
}

const failing = async (id: number) =>
  ((await office.board.letter(id))?.checks ?? []).filter(({ passed }) => !passed).map(({ fact }) => fact);

describe('the board', () => {
  it('knows its campaigns and their coordinators', async () => {
    expect(await office.board.campaigns()).toEqual([
      expect.objectContaining({
        id: campaign,
        zone: 'Asia/Shanghai',
        tasks: 106,
        coordinators: [
          { code: 'zqb1', name: '质强办值班员' },
          { code: 'zqb2', name: '质强办联络员' },
        ],
      }),
    ]);
  });

  it('answers undefined where there is no such thing', async () => {
    const { board } = office;
    const nothing = [
      board.status('none'),
      board.task(campaign, 999),
      board.letter(999),
      board.mail('none'),
      board.bulletinPage(campaign, round, 1),
      board.bulletinTexts(campaign, round, 1),
    ];
    expect(await Promise.all(nothing)).toEqual(nothing.map(() => undefined));
  });

  it('lists the posts of a party in force', async () => {
    const posts = await office.board.contacts(campaign, 'gxt');
    expect(posts.map(({ post }) => post).toSorted()).toEqual(['head', 'liaison-a', 'liaison-b', 'office', 'section']);
    expect((await office.board.contacts(campaign, undefined)).length).toBeGreaterThan(5 * 35);
  });

  it('shows a mail with what its writer wrote', async () => {
    const id = await arrive('任务12：已完成900批次。', 'answer', 'nobody', 'held');
    expect(await office.board.mail(id)).toMatchObject({
      state: 'held',
      subject: '任务进展',
      text: '任务12：已完成900批次。',
    });
    const [listed] = await office.board.mails({ campaign, state: 'held' });
    expect(listed).not.toHaveProperty('text');
  });
});

describe('a letter', () => {
  it('that was sent shows its words as they went', async () => {
    const id = await sendOpening('kjt', ledBy('kjt'));
    const detail = await office.board.letter(id);
    expect(detail).toMatchObject({ state: 'sent', to: ['kjt.liaison@ln.example'], tasks: ledBy('kjt'), checks: [] });
    expect(detail?.text).toContain('首台（套）重大装备攻关');
    expect(await office.board.letters({ campaign, desk: 'kjt' })).toHaveLength(1);
    expect(await office.board.letters({ campaign, desk: 'gxt' })).toEqual([]);
  });

  it('that waits for a signature shows how it would go, to the head', async () => {
    const id = await draftLetter('kjt', 'escalation', escalatesAt, ledBy('kjt'));
    const detail = await office.board.letter(id);
    expect(detail).toMatchObject({
      to: ['kjt.head@ln.example'],
      cc: ['kjt.liaison@ln.example', 'kjt.deputy@ln.example'],
    });
    expect(detail?.text).toContain('4月13日');
    for (const number of ledBy('kjt')) {
      expect(detail?.text).toContain(office.register.tasks.find((task) => task.number === number)?.title);
    }
    expect(detail?.checks.map(({ passed, fact }) => [passed, fact.endsWith('。')])).toEqual(
      Array.from({ length: 6 }, () => [true, true]),
    );
  });

  it('that waits changes nothing by being looked at', async () => {
    const [entry] = await office.board.letters({ campaign, desk: 'kjt', state: 'drafted' });
    expect(entry).toMatchObject({ subject: null, to: [], sentAt: null });
  });
});

describe('the page before signing', () => {
  it('names tasks whose liaison no letter has reached', async () => {
    const id = await draftLetter('jyt', 'escalation', escalatesAt, ledBy('jyt'));
    expect(await failing(id)).toEqual([expect.stringContaining('本期尚无一封送达且未退信的函')]);
  });

  it('tells of answers, of held mail and of a new liaison', async () => {
    const tasks = ledBy('gat');
    await sendOpening('gat', tasks);
    const id = await draftLetter('gat', 'escalation', escalatesAt, tasks);
    const [task = 0] = tasks;
    await office.orders.answerOnBehalf({
      campaign,
      round,
      task,
      content: { rating: 'onTrack', figures: [] },
      by: 'zqb1',
      via: '电话',
      receivedAt: '2026-05-07T02:00:00.000Z',
    });
    await arrive('申请延期至5月20日。', 'answer', 'gat', 'held');
    await office.db
      .updateTable('post')
      .set({ since: '2026-04-20T01:00:00.000Z' })
      .where('party', '=', 'gat')
      .where('kind', '=', 'liaison-a')
      .execute();
    expect(await failing(id)).toEqual([
      expect.stringMatching(/任务\d+已有报送.*1封来信待核/),
      expect.stringContaining('4月20日（星期一）变更'),
    ]);
  });

  it('doubts a liaison of whom only automatic replies came', async () => {
    await sendOpening('fgw', ledBy('fgw'));
    const id = await draftLetter('fgw', 'escalation', escalatesAt, ledBy('fgw'));
    await arrive('我正在休假。', 'automatic', 'fgw', 'noted');
    expect(await failing(id)).toEqual([expect.stringContaining('自动回复')]);
  });

  it('sends what concerns the own bureau to the coordinators', async () => {
    await sendOpening('scjgj', ledBy('scjgj'));
    const id = await draftLetter('scjgj', 'escalation', escalatesAt, ledBy('scjgj'));
    expect(await office.board.letter(id)).toMatchObject({ to: ['zqb1@ln.example', 'zqb2@ln.example'], cc: [] });
    expect(await failing(id)).toEqual([expect.stringContaining('不发督办函')]);
  });
});
