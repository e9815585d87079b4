import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendReceipt } from '../../activities/intake/send-receipt.js';
import { readMail } from '../../mail/read/read-mail.js';
import { sheetToken } from '../../mail/sheet-token.js';
import { type Cells, type File, fillSheet, sheetOf, withFiles } from './fill-sheet.js';
import { openIntakeOffice } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
type Campaign = Awaited<ReturnType<Office['campaign']>>;
let office: Office;
const at = Date.parse('2026-02-20T02:00:00.000Z');

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

/** Task 1 takes rows 6 and 7 of p0's sheet, task 4 rows 8 and 9. */
async function opened(desk = 'p0', of?: Campaign) {
  const campaign = of ?? (await office.campaign());
  const letter = await campaign.letterTo(desk);
  const blank = sheetOf(await readMail(Buffer.from(await office.deps.files.get(letter.raw ?? ''))));
  const replied = (text: string, ...files: readonly File[]) =>
    campaign.judged({
      from: campaign.liaison(desk),
      to: campaign.replyTo(letter),
      ...withFiles(text, files),
    });
  const filled = async (rows: Readonly<Record<number, Cells>>): Promise<File> => ({
    name: '调度表（已填）.xlsx',
    content: await fillSheet(blank, rows),
  });
  return { campaign, blank, replied, filled };
}

async function receiptOf(mail: string): Promise<string> {
  // What a task counted them as; without it the receipt waits a while.
  await office.deps.db.updateTable('answer').set({ outcome: 'answered' }).where('mail', '=', mail).execute();
  await sendReceipt(office.deps, { mail, at });
  const { raw } = await office.deps.db
    .selectFrom('letter')
    .select('raw')
    .where('key', 'like', `%/receipt/${mail}/%`)
    .executeTakeFirstOrThrow();
  return (await readMail(Buffer.from(await office.deps.files.get(raw ?? '')))).full.replaceAll(/\s/gu, '');
}

const good: Cells = {
  figure: 40,
  rating: '序时推进',
  progress: '已开展抽查',
  filledBy: '张三 024-1',
  signedOffBy: '李四',
};

describe('a filled sheet in a reply', () => {
  it('answers its tasks row by row', async () => {
    const { replied, filled } = await opened();
    const { verdict, answers } = await replied('调度表见附件，请查收。', await filled({ 6: good, 7: { figure: 0.9 }, 8: { rating: '尚未启动' } })); // prettier-ignore
    expect(verdict).toMatchObject({ state: 'delivered', kind: 'answer', reasons: [], answers: 2, receipt: true });
    expect(answers).toMatchObject([
      { task: 1, channel: 'sheet', questions: [], content: { rating: 'onTrack', figures: [{ target: 0, value: 40 }, { target: 1, value: 0.9 }], filledBy: '张三 024-1', signedOffBy: '李四' } },
      { task: 4, channel: 'sheet', questions: [], content: { rating: 'notStarted', filledBy: '张三 024-1' } },
    ]); // prettier-ignore
  });

  it('may be filled in half', async () => {
    const { replied, filled } = await opened();
    const { verdict, answers, mail } = await replied('', await filled({ 6: good }));
    expect(verdict).toMatchObject({ state: 'delivered', answers: 1 });
    expect(answers.map(({ task }) => task)).toEqual([1]);
    expect(await receiptOf(mail)).toContain('未填：任务4');
  });

  it('has each bad cell named in the receipt', async () => {
    const { replied, filled } = await opened();
    const sheet = await filled({ 6: { ...good, figure: '约40' }, 8: { figure: '若干' } });
    const { verdict, answers, mail } = await replied('', sheet);
    expect(verdict).toMatchObject({ state: 'delivered', answers: 1 });
    expect(answers).toMatchObject([{ task: 1, content: { rating: 'onTrack', figures: [] } }]);
    const receipt = await receiptOf(mail);
    expect(receipt).toContain('调度表I6：填“约40”，请只填数字');
    expect(receipt).toContain('调度表《调度表（已填）.xlsx》I8：填“若干”，请只填数字');
  });

  it('counts before the text on the same task', async () => {
    const { replied, filled } = await opened();
    const text = '任务1：进展滞后，累计10项，原因：资金。\n任务4：序时推进，累计7项。';
    const { answers, mail } = await replied(text, await filled({ 6: good }));
    expect(answers).toMatchObject([
      { task: 1, channel: 'sheet', content: { rating: 'onTrack', figures: [{ target: 0, value: 40 }] } },
      { task: 4, channel: 'reply', content: { rating: 'onTrack', figures: [{ target: 0, value: 7 }] } },
    ]);
    expect(await receiptOf(mail)).toContain('任务1在正文和所附调度表里都有内容，以调度表为准');
  });

  it('of another party is held and answers nothing', async () => {
    const other = await opened('p1');
    const { replied } = await opened('p0', other.campaign);
    const { verdict, mail } = await replied('', await other.filled({ 6: good }));
    expect(verdict).toMatchObject({ state: 'held', answers: 0, receipt: true });
    expect(verdict.reasons).toContain('所附调度表属于p1，与来件不一致，未计入');
    expect(await receiptOf(mail)).toContain('是另一单位的调度表，未计入');
  });

  it('of another round is held and answers nothing', async () => {
    const { campaign, replied, blank } = await opened();
    const claims = { campaign: campaign.id, round: '2026-2', party: 'p0', cutoff: '2026-04-20', tasks: [{ number: 1, targets: [] }] }; // prettier-ignore
    const content = await fillSheet(blank, { 6: good }, () => sheetToken(claims, office.deps.office.secret));
    const { verdict, mail } = await replied('', { name: '上期.xlsx', content });
    expect(verdict).toMatchObject({ state: 'held', answers: 0 });
    expect(verdict.reasons).toContain('所附调度表属于2026-2期，与所回复的函（2026-1期）不一致，未计入');
    expect(await receiptOf(mail)).toContain('请用2026年第1次通知所附的调度表重报');
  });

  it('makes no answer of the words that hand it over', async () => {
    const { replied, filled } = await opened('p1');
    const { verdict, answers, mail } = await replied('您好，填好的调度表已附上，请查收。', await filled({ 6: good }));
    expect(verdict).toMatchObject({ state: 'delivered', reasons: [], answers: 1 });
    expect(answers).toMatchObject([{ task: 2, channel: 'sheet', content: { progress: '已开展抽查' } }]);
    expect(await receiptOf(mail)).not.toMatch(/未能识别|以调度表为准/u);
  });

  it('with a seal that does not hold is held', async () => {
    const { replied, blank } = await opened();
    const content = await fillSheet(blank, { 6: good }, (token) => `${token}x`);
    const { verdict } = await replied('任务4：无变化', { name: '表.xlsx', content });
    expect(verdict).toMatchObject({ state: 'held', answers: 1 });
    expect(verdict.reasons).toEqual(['所附调度表标识校验不符，未计入']);
  });

  it('that was not filled in is told so', async () => {
    const { replied, blank } = await opened();
    const { verdict, mail } = await replied('', { name: '调度表.xlsx', content: blank });
    expect(verdict).toMatchObject({ state: 'held', answers: 0, receipt: true });
    expect(await receiptOf(mail)).toContain('调度表《调度表.xlsx》没有填写内容');
  });

  it('that the guard refuses is named with its sentence and kept', async () => {
    const { replied } = await opened();
    const old = { name: '调度表.xls', content: Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex') };
    const { verdict, answers, mail } = await replied('任务1：序时推进，累计40项。', old);
    expect(verdict).toMatchObject({ state: 'delivered', answers: 1 });
    expect(answers[0]).toMatchObject({ task: 1, channel: 'reply' });
    expect(await receiptOf(mail)).toContain('附件《调度表.xls》未读取：这是旧格式（.xls、.et）或加了密码的工作簿');
    const kept = await office.deps.db.selectFrom('mail').select('raw').where('id', '=', mail).executeTakeFirstOrThrow();
    expect((await readMail(Buffer.from(await office.deps.files.get(kept.raw)))).attachments[0]?.content).toEqual(
      old.content,
    );
  });
});

describe('a sheet that is sent again', () => {
  const four: Cells = { rating: '尚未启动', cause: '等文件', nextBy: '2026-03-01' };
  const account = (mail: string) =>
    office.deps.db.updateTable('answer').set({ outcome: 'answered' }).where('mail', '=', mail).execute();

  it('makes new versions of the changed rows alone', async () => {
    const { campaign, replied, filled } = await opened();
    const first = await replied('', await filled({ 6: good, 8: four }));
    await account(first.mail);
    const again = await replied('更正', await filled({ 6: { ...good, figure: 45 }, 8: four }));
    expect(again.verdict).toMatchObject({ state: 'delivered', answers: 1, receipt: true });
    expect(again.verdict.reasons).toEqual(['调度表中任务4与前次所报相同，不另登记']);
    expect(again.answers.map(({ task, version }) => [task, version])).toEqual([[1, 2]]);
    expect((await campaign.journal()).at(-1)?.detail).toMatchObject({ mail: again.mail, tasks: [1], unchanged: [4] });
    const receipt = await receiptOf(again.mail);
    expect(receipt).toContain('较第1版：累计由40项改为45项');
    expect(receipt).toContain('4任务4认可与前次相同，未另登记');
    expect(receipt).not.toContain('未填');
  });

  it('without any change is told so, and the mail is kept', async () => {
    const { campaign, replied, filled } = await opened();
    const first = await replied('', await filled({ 6: good }));
    await account(first.mail);
    const again = await replied('再报一次', await filled({ 6: good }));
    expect(again.verdict).toMatchObject({ state: 'delivered', answers: 0, receipt: true });
    expect(again.row).toMatchObject({ state: 'delivered', party: 'p0' });
    expect((await campaign.journal()).at(-1)?.detail).toMatchObject({ mail: again.mail, tasks: [], unchanged: [1] });
    expect(await receiptOf(again.mail)).toContain('与前次相同，未另登记');
  });

  it('answers anew what was returned', async () => {
    const { campaign, replied, filled } = await opened();
    const first = await replied('', await filled({ 6: good }));
    await account(first.mail);
    await campaign.standing(1, { standing: 'returned', round: '2026-1' });
    const again = await replied('已核对', await filled({ 6: good }));
    expect(again.answers.map(({ task, version }) => [task, version])).toEqual([[1, 2]]);
  });
});
