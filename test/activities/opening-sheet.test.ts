import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readMail } from '../../mail/read/read-mail.js';
import { readSheetToken } from '../../mail/sheet-token.js';
import { openAnswerSheet } from '../../sheets/answer-sheet/open-answer-sheet.js';
import { openIntakeOffice, round } from './open-intake-office.js';

let office: Awaited<ReturnType<typeof openIntakeOffice>>;
beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

describe('an opening letter', () => {
  const sent = async (raw: string | null) => readMail(Buffer.from(await office.deps.files.get(raw ?? '')));

  it('carries the sheet of its party and round', async () => {
    const campaign = await office.campaign();
    const mail = await sent((await campaign.letterTo('p0')).raw);
    expect(mail.attachments.map(({ name }) => name)).toEqual(['2026年第1次双月调度表（单位p0）.xlsx']);
    expect(mail.full).toContain('填好所附《调度表》');
    const opened = await openAnswerSheet(mail.attachments[0]?.content ?? Buffer.alloc(0), (token) =>
      readSheetToken(token, office.deps.office.secret),
    );
    expect(opened).toMatchObject({
      kind: 'sheet',
      claims: { campaign: campaign.id, round, party: 'p0', tasks: [{ number: 1 }, { number: 4 }] },
      reading: {
        rows: [
          { task: 1, filled: false },
          { task: 4, filled: false },
        ],
        strays: [],
      },
    });
  });

  it('alone carries one', async () => {
    const campaign = await office.campaign();
    await campaign.letterTo('p0');
    await campaign.notice('reminder', 'p0', [4]);
    expect((await sent((await campaign.letterTo('p0')).raw)).attachments).toEqual([]);
  });
});
