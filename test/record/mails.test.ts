import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepFile } from '../../record/files.js';
import { decideMail, judgeMails } from '../../record/mail-decisions.js';
import { heldOrUnreadOf, listMails, mailId, readMail, unjudged } from '../../record/mails.js';
import { receiveMails } from '../../record/receive-mails.js';
import { judgeMail, receiveMail } from './one-mail.js';
import { openTestRecord, type TestRecord } from './open-test-record.js';

let record: TestRecord;
const at = '2026-02-20T02:00:00.000Z';
const later = '2026-02-20T03:00:00.000Z';

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

async function keep(text: string): Promise<string> {
  return keepFile(record.db, record.files, { bytes: new TextEncoder().encode(text), media: 'message/rfc822', at });
}
async function receive(text: string, receivedAt = at): Promise<string> {
  const raw = await keep(text);
  const { id } = await receiveMail(record.db, { raw, receivedAt, envelopeFrom: 'a@b', envelopeTo: ['in@ours'] });
  return id;
}

describe('an arriving mail', () => {
  it('is one mail for the same bytes', async () => {
    const raw = await keep('same');
    const mail = { raw, receivedAt: at, envelopeFrom: 'a@b', envelopeTo: ['in@ours'] };
    expect(await receiveMail(record.db, mail)).toEqual({ id: mailId(raw), fresh: true, state: 'received' });
    expect(await receiveMail(record.db, { ...mail, receivedAt: later })).toEqual({
      id: mailId(raw),
      fresh: false,
      state: 'received',
    });
    expect(await readMail(record.db, mailId(raw))).toMatchObject({ receivedAt: at, state: 'received', reasons: [] });
  });

  it('is one mail for the same place and Message-ID', async () => {
    const position = { account: 'zqb', mailbox: 'INBOX', uidValidity: 4_294_967_295, uid: 4_294_967_295 };
    const mail = { receivedAt: at, envelopeFrom: 'a@b', envelopeTo: [], position, messageId: '<placed@b>' };
    const first = await receiveMail(record.db, { ...mail, raw: await keep('placed') });
    const again = await receiveMail(record.db, { ...mail, raw: await keep('placed, and changed by the server') });
    expect(again).toEqual({ id: first.id, fresh: false, state: 'received' });
  });

  it('is kept where another one lay before', async () => {
    const position = { account: 'zqb', mailbox: 'INBOX', uidValidity: 7, uid: 7 };
    const mail = { receivedAt: at, envelopeFrom: 'a@b', envelopeTo: [], position };
    await receiveMail(record.db, { ...mail, raw: await keep('before the restore'), messageId: '<before@b>' });
    for (const messageId of ['<after@b>', undefined]) {
      const raw = await keep(`after the restore ${messageId}`);
      expect(await receiveMail(record.db, { ...mail, raw, messageId })).toEqual({
        id: mailId(raw),
        fresh: true,
        state: 'received',
      });
    }
  });

  it('may come with others, and with itself', async () => {
    const position = { account: 'zqb', mailbox: 'INBOX', uidValidity: 8, uid: 8 };
    const mail = { receivedAt: at, envelopeFrom: 'a@b', envelopeTo: [] };
    const [known, one, two, three] = [await keep('known'), await keep('one'), await keep('two'), await keep('three')];
    await receiveMail(record.db, { ...mail, raw: known, position, messageId: '<known@b>' });
    const received = await receiveMails(record.db, [
      { ...mail, raw: one },
      { ...mail, raw: one },
      { ...mail, raw: known },
      { ...mail, raw: two, position, messageId: '<known@b>' },
      { ...mail, raw: three, position, messageId: '<other@b>' },
    ]);
    expect(received.map(({ id, fresh }) => [id, fresh])).toEqual([
      [mailId(one), true],
      [mailId(one), false],
      [mailId(known), false],
      [mailId(known), false],
      [mailId(three), true],
    ]);
    expect(await readMail(record.db, mailId(two))).toBeUndefined();
  });

  it('needs its bytes kept first', async () => {
    const mail = { raw: 'f'.repeat(64), receivedAt: at, envelopeFrom: 'a@b', envelopeTo: [] };
    await expect(receiveMail(record.db, mail)).rejects.toMatchObject({ code: '23503' });
  });
});

describe('a mail’s way', () => {
  it('leads from received over judged to delivered', async () => {
    const mail = await receive('delivered');
    expect(await unjudged(record.db)).toContain(mail);
    const place = { campaign: 'way', round: '2026-1', party: 'p0' };
    const judged = { mail, kind: 'answer', state: 'delivered', reasons: ['一'], ...place } as const;
    expect(await judgeMail(record.db, { ...judged, subject: '报送\0', fromAddress: 'a@b' })).toBe(true);
    const placed = { state: 'delivered', reasons: ['一'], ...place, subject: '报送\uFFFD' };
    expect(await readMail(record.db, mail)).toMatchObject(placed);
    const other = await receive('judged beside it');
    const noted = { mail: other, kind: 'acknowledgement', state: 'noted', reasons: [] } as const;
    expect(await judgeMails(record.db, [{ ...judged, state: 'held' }, noted])).toEqual(new Set([other]));
    expect(await readMail(record.db, other)).toMatchObject({
      state: 'noted',
      campaign: null,
      toEnter: null,
      remarks: null,
    });
    expect(await readMail(record.db, mail)).toMatchObject(placed);
    expect(await heldOrUnreadOf(record.db, { campaign: 'way', party: 'p0' })).toEqual([]);
    expect(await unjudged(record.db)).not.toContain(mail);
  });

  it('may end with a coordinator, whose first word stands', async () => {
    const mail = await receive('held');
    const held = { mail, kind: 'answer', state: 'held', reasons: ['发件人不在通讯录。'] } as const;
    await judgeMail(record.db, { ...held, campaign: 'held', party: 'p1' });
    expect(await heldOrUnreadOf(record.db, { campaign: 'held', party: 'p1' })).toEqual([mail]);
    const word = { mail, decision: 'released', by: 'zqb1', at: later, round: '2026-1', why: '电话核实' } as const;
    await decideMail(record.db, word);
    await decideMail(record.db, word);
    await expect(decideMail(record.db, { ...word, decision: 'refused' })).rejects.toThrow('不在待核之列');
    expect(await judgeMail(record.db, { ...held, reasons: [] })).toBe(false);
    expect(await readMail(record.db, mail)).toMatchObject({
      state: 'released',
      decidedBy: 'zqb1',
      decidedAt: later,
      reasons: ['发件人不在通讯录。'],
      party: 'p1',
      round: '2026-1',
    });
  });

  it('is listed newest first, with mail of no campaign for everybody', async () => {
    const ours = await receive('ours', '2026-02-21T01:00:00.000Z');
    const nobodys = await receive('nobody’s', '2026-02-21T02:00:00.000Z');
    const others = await receive('others', '2026-02-21T03:00:00.000Z');
    const judged = { kind: 'other', state: 'held' } as const;
    await judgeMail(record.db, { mail: ours, ...judged, reasons: ['一'], campaign: 'list' });
    await judgeMail(record.db, { mail: nobodys, ...judged, reasons: ['二'] });
    await judgeMail(record.db, { mail: others, ...judged, reasons: ['三'], campaign: 'other' });
    const held = await listMails(record.db, { campaign: 'list', state: 'held' });
    expect(held.map(({ id }) => id)).toEqual([nobodys, ours]);
    expect(await listMails(record.db, { state: 'held' })).toHaveLength(3);
  });

  it('is unread up to an instant', async () => {
    const early = await receive('early', '2026-01-10T01:00:00.000Z');
    await receive('after', '2026-01-12T01:00:00.000Z');
    expect(await unjudged(record.db, '2026-01-11T01:00:00.000Z')).toEqual([early]);
  });
});
