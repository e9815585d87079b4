import { describe, expect, it } from '@jest/globals';
import { sheetToken } from '../../mail/sheet-token.js';
import type { AnswerSheet } from '../../sheets/answer-sheet/answer-sheet.js';
import { writeAnswerSheet } from '../../sheets/answer-sheet/write-answer-sheet.js';
import { type Cells, fillSheet } from '../activities/fill-sheet.js';
import { form, hiddenInputs, openOffice, place, publicUrl, sheetSecret, task, token } from './fake-office.js';

const link = `/a/${token}`;
const numbers = [17, 18];

const blank = (of: Partial<Record<keyof typeof place, string>> = {}): AnswerSheet => ({
  title: '双月调度表',
  notes: ['请填黄色各格。'],
  token: sheetToken(
    {
      ...place,
      ...of,
      cutoff: '2026-04-20',
      tasks: numbers.map((number) => ({
        number,
        targets: [{ kind: 'cumulative', unit: '批次', last: 900, goal: 1800 }],
      })),
    },
    sheetSecret,
  ),
  at: '2026-04-13T01:30:00.000Z',
  tasks: numbers.map((number) => ({
    number,
    area: '产品质量',
    title: `任务${number}`,
    goals: ['全年1800批次'],
    lasts: [900],
    isMeasured: true,
    deadline: '12月10日',
    section: '质量处',
    support: '',
  })),
});

/** Task 17 stands in row 4, task 18 in row 5. */
const filled = async (rows: Readonly<Record<number, Cells>>, of = blank(), seal?: (token: string) => string) =>
  new File([new Uint8Array(await fillSheet(await writeAnswerSheet(of), rows, seal))], '调度表.xlsx');

async function put(file: File, fields: Readonly<Record<string, string>> = {}, shown = form()) {
  const office = openOffice(shown);
  const hidden = hiddenInputs(await (await office.app.request(link)).text());
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...hidden, ...fields })) body.append(name, value);
  body.append('t17.file', file);
  const reply = await office.app.request(link, { method: 'POST', body, headers: { origin: publicUrl } });
  return { ...office, status: reply.status, page: await reply.text() };
}

const good: Cells = { figure: 1000, rating: '序时推进', progress: '已抽查', filledBy: '张三', reviewedBy: '王五', signedOffBy: '李四' }; // prettier-ignore

describe('a 调度表 put on the form', () => {
  it('is read row by row and kept with its answers', async () => {
    const { stored, kept, status, page } = await put(
      await filled({ 4: good, 5: { rating: '尚未启动', cause: '等文件' } }),
    );
    expect(status).toBe(200);
    const people = { filledBy: '张三', reviewedBy: '王五', signedOffBy: '李四' };
    const files = [{ name: '调度表.xlsx', hash: expect.any(String), bytes: kept[0]?.length }];
    expect(stored[0]?.answers.map(({ task: number, content }) => ({ number, content }))).toEqual([
      { number: 17, content: { rating: 'onTrack', figures: [{ target: 0, value: 1000 }], progress: '已抽查', files, ...people } },
      { number: 18, content: { rating: 'notStarted', figures: [], cause: '等文件', files, ...people } },
    ]); // prettier-ignore
    expect(page).toContain('审核人：王五');
    expect(kept).toHaveLength(1);
  });

  it('leaves alone what was typed on the page', async () => {
    const { stored } = await put(await filled({ 4: good }), { 't17.figure.0': '1100' });
    expect(stored[0]?.answers[0]?.content).toMatchObject({ figures: [{ target: 0, value: 1100 }], progress: '已抽查' });
  });

  it('has each bad cell named, the others stand on the page', async () => {
    const { stored, status, page } = await put(await filled({ 4: { ...good, figure: '约30' } }));
    expect([status, stored.length]).toEqual([422, 0]);
    expect(page).toContain('调度表I4：填“约30”，请只填数字');
    expect(page).toMatch(/value="onTrack" checked/u);
    expect(page).toMatch(/name="filledBy"\s+value="张三"/u);
  });

  it('is asked once about a figure, where it can be confirmed', async () => {
    const { status, page } = await put(await filled({ 4: { ...good, figure: 800 } }));
    expect(status).toBe(422);
    expect(page.match(/累计800批次，小于上期900批次/gu)).toHaveLength(2);
    expect(page).not.toContain('调度表I4');
    expect(page).toContain('name="t17.sure.0"');
  });

  it.each<[string, () => Promise<File>, string]>([
    ['another party', () => filled({ 4: good }, blank({ party: 'gxt' })), '是另一单位的调度表，没有收'],
    ['another round', () => filled({ 4: good }, blank({ round: '2026-1' })), '本页报送的是2026年第2次调度'],
    ['a broken seal', () => filled({ 4: good }, blank(), (seal) => `${seal}x`), '标识校验不符'],
    ['nothing filled in', () => filled({}), '没有填写内容'],
  ])('of %s is told so and answers nothing', async (_name, file, sentence) => {
    const { stored, status, page } = await put(await file());
    expect([status, stored.length]).toEqual([422, 0]);
    expect(page).toContain(sentence);
  });

  it('names a task that is not asked here', async () => {
    const { page } = await put(await filled({ 4: good, 5: good }), {}, form({ tasks: [task(17)] }));
    expect(page).toContain('调度表里的任务18不在本页应填之列，没有取');
  });

  it('that is some other workbook is a file like any other', async () => {
    const other = new File([Buffer.from('PK\u0003\u0004 nothing of ours')], '佐证.xlsx');
    const { stored } = await put(other, { 't17.rating': 'onTrack' });
    expect(stored[0]?.answers[0]?.content.files).toMatchObject([{ name: '佐证.xlsx' }]);
  });
});
