import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepFile } from '../../../record/files.js';
import { judgeMail, receiveMail } from '../../record/one-mail.js';
import { changePost, markBounced } from '../../../record/posts.js';
import type { MailKind } from '../../../record/schema.js';
import { addLetter } from '../../record/sample-letters.js';
import { campaign, firstRound, type Office, openOffice, round } from './open-office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ at: '2026-05-07T02:00:00.000Z' });
});
afterAll(() => office.close());

interface Arrival {
  readonly party: string;
  readonly kind: MailKind;
  readonly at: string;
  readonly text?: string;
  readonly letter?: number;
  readonly reasons?: readonly string[];
  readonly of?: string;
}

async function arrive({ party, kind, at, text = '', letter, reasons = [], of = round }: Arrival): Promise<string> {
  const from = `${party}.liaison-a@ln.example`;
  const bytes = Buffer.from(
    `From: <${from}>\r\nDate: ${at}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  );
  const raw = await keepFile(office.db, office.files, { bytes, media: 'message/rfc822', at });
  const { id } = await receiveMail(office.db, { raw, receivedAt: at, envelopeFrom: from, envelopeTo: [] });
  const place = { campaign, party, round: of, letter };
  await judgeMail(office.db, { mail: id, kind, state: 'noted', reasons, ...place, fromAddress: from });
  return id;
}

async function emailOf(party: string): Promise<string> {
  const posts = await office.board.contacts(campaign, party);
  return posts.find(({ post }) => post === 'liaison-a')?.email ?? '';
}

async function sendOpening(desk: string, of: string, sentAt: string): Promise<number> {
  const recipients = JSON.stringify([await emailOf(desk)]);
  return addLetter(office.db, {
    key: `${desk} ${of}`,
    campaign,
    round: of,
    desk,
    kind: 'opening',
    state: 'sent',
    sent_at: sentAt,
    recipients,
  });
}

const findings = async (party: string) =>
  (await office.board.contactCheck(campaign))?.filter((finding) => finding.party === party) ?? [];

describe('the check of contacts', () => {
  it('knows an address that bounced and its letters', async () => {
    const letter = await sendOpening('gxt', round, '2026-04-13T01:31:00.000Z');
    const at = '2026-04-13T01:32:00.000Z';
    await markBounced(office.db, { campaign, email: await emailOf('gxt'), at });
    const reasons = ['发省工业和信息化厅的调度通知退信（5.1.1）'];
    await arrive({ party: 'gxt', kind: 'bounce', at, letter, reasons });
    expect(await findings('gxt')).toMatchObject([{ urgency: 'now', kind: 'bounced', letters: [letter], since: at }]);
    expect((await findings('gxt'))[0]?.fact).toContain('5.1.1');
  });

  it('finds who was silent for two rounds', async () => {
    for (const party of ['kjt', 'jyt']) {
      await sendOpening(party, firstRound, '2026-02-09T01:31:00.000Z');
      await sendOpening(party, round, '2026-04-13T01:31:00.000Z');
    }
    await arrive({ party: 'jyt', kind: 'acknowledgement', at: '2026-04-14T01:00:00.000Z', text: '收到' });
    expect(await findings('kjt')).toMatchObject([{ kind: 'silent', fact: expect.stringContaining('2026年第1次') }]);
    expect(await findings('jyt')).toEqual([]);
  });

  it('reads until when somebody is away', async () => {
    const text = '我5月1日至5月12日出差。';
    await arrive({ party: 'jyt', kind: 'automatic', at: '2026-05-02T01:00:00.000Z', text });
    expect(await findings('jyt')).toMatchObject([{ kind: 'away', until: '2026-05-12' }]);
    await arrive({ party: 'jyt', kind: 'answer', at: '2026-05-03T01:00:00.000Z', text: '任务已报' });
    expect(await findings('jyt')).toEqual([]);
  });

  it('takes a report of reading for nobody’s absence', async () => {
    await arrive({ party: 'czt', kind: 'automatic', at: '2026-05-02T01:00:00.000Z', reasons: ['已读回执'] });
    expect(await findings('czt')).toEqual([]);
  });

  it('is undefined for a campaign that is not there', async () => {
    expect(await office.board.contactCheck('none')).toBeUndefined();
  });
});

describe('the history of posts', () => {
  it('names every holder, who changed it and why', async () => {
    const at = '2026-05-01T01:00:00.000Z';
    const change = {
      campaign,
      party: 'gxt',
      kind: 'head',
      name: '李四',
      email: 'li@ln.example',
      at,
      by: 'zqb1',
    } as const;
    await office.db.transaction().execute((trx) => changePost(trx, { ...change, why: '分工调整' }));
    const holders = await office.board.contactHistory(campaign, 'gxt');
    expect(holders.filter(({ post }) => post === 'head')).toMatchObject([
      { name: '李四', since: at, until: null, changedBy: 'zqb1', why: '分工调整' },
      { until: at, changedBy: 'zqb1' },
    ]);
  });
});
