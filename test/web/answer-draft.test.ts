import { describe, expect, it } from '@jest/globals';
import { form, hiddenInputs, openOffice, post, publicUrl, task, token } from './fake-office.js';

const link = `/a/${token}`;
const said = { 't17.rating': 'onTrack', 't17.figure.0': '1000', 't17.progress': '第一句' };
const current = (value: number) => ({
  version: 1,
  receivedAt: '2026-04-18T01:00:00Z',
  channel: 'reply' as const,
  content: { figures: [{ target: 0, value }] },
});

async function opened(shown = form()) {
  const office = openOffice(shown);
  const read = async () => (await office.app.request(link)).text();
  return { ...office, read, hidden: hiddenInputs(await read()) };
}

/** A page as a browser posts it with files. */
function withFiles(fields: Readonly<Record<string, string>>, files: readonly (readonly [string, File])[]): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, file] of files) body.append(name, file);
  return { method: 'POST', body, headers: { origin: publicUrl } };
}

const pdf = (name: string, more = '') => new File([`%PDF-1.7 ${more}`], name, { type: 'application/pdf' });

describe('a draft of the form', () => {
  it('is kept under the link and is no answer', async () => {
    const { app, read, hidden, stored } = await opened();
    const reply = await app.request(link, post({ ...hidden, ...said, filledBy: '张三', act: 'draft' }));
    expect(reply.status).toBe(200);
    expect(stored).toHaveLength(0);
    const page = await read();
    expect(page).toContain('任务17有草稿，尚未报送。');
    expect(page).toMatch(/name="t17\.figure\.0"\s+value="1000"/);
    expect(page).toMatch(/value="onTrack" checked/);
    expect(page).toMatch(/name="filledBy"\s+value="张三"/);
  });

  it('takes words that could not be handed in', async () => {
    const { app, read, hidden } = await opened();
    await app.request(link, post({ ...hidden, ...said, 't17.figure.0': '约一千' }));
    expect(await read()).toContain('约一千');
  });

  it('may hold what is wrong or unfinished', async () => {
    const { app, hidden } = await opened();
    const reply = await app.request(link, post({ ...hidden, 't17.figure.0': '约一千', act: 'draft' }));
    expect(reply.status).toBe(200);
    expect(await reply.text()).not.toContain('id="problems"');
  });

  it('is handed in as it lies and is gone then', async () => {
    const { app, read, hidden, stored } = await opened();
    await app.request(link, post({ ...hidden, ...said, 't18.progress': '另一项', act: 'draft' }));
    const page = await read();
    await app.request(link, post({ ...hiddenInputs(page), ...said }));
    expect(stored[0]?.answers.map((one) => one.task)).toEqual([17]);
    const after = await read();
    expect(after).toContain('任务18有草稿，尚未报送。');
    expect(after).not.toContain('任务17有草稿');
  });

  it('is not undone by another page that left the task alone', async () => {
    const { app, read, hidden } = await opened();
    await app.request(link, post({ ...hidden, ...said, act: 'draft' }));
    await app.request(link, post({ ...hidden, 't18.progress': '另一人所填', act: 'draft' }));
    expect(await read()).toContain('任务17、任务18有草稿');
  });

  it('is dropped by a page that emptied it', async () => {
    const { app, read, hidden } = await opened();
    await app.request(link, post({ ...hidden, ...said, act: 'draft' }));
    await app.request(link, post({ ...hiddenInputs(await read()), act: 'draft' }));
    expect(await read()).not.toContain('有草稿');
  });

  it('stands beside an answer that came meanwhile', async () => {
    const fields = { 't17.figure.0': '1200' };
    const shown = form({
      tasks: [task(17, { current: current(1100) })],
      saved: { fields, savedAt: '2026-04-19T01:00:00Z' },
    });
    const { app, read, stored } = await opened(shown);
    const page = await read();
    expect(page).toContain('累计1100批次');
    expect(page).toMatch(/<details class="amend" open/);
    await app.request(link, post({ ...hiddenInputs(page), ...fields }));
    expect(stored[0]?.answers[0]?.content.figures).toEqual([{ target: 0, value: 1200 }]);
  });

  it('refuses words beyond half a megabyte', async () => {
    const { app, hidden, stored } = await opened();
    const reply = await app.request(link, withFiles({ ...hidden, 't17.progress': 'x'.repeat(600_000) }, []));
    expect(reply.status).toBe(413);
    expect(await reply.text()).toContain('不超过 512 KB');
    expect(stored).toHaveLength(0);
  });
});

describe('an attachment', () => {
  it('comes with the answer, by its hash', async () => {
    const { app, hidden, stored, kept } = await opened();
    const reply = await app.request(
      link,
      withFiles({ ...hidden, ...said }, [['t17.file', pdf('C:\\报告\\检查报告.pdf')]]),
    );
    const [file] = stored[0]?.answers[0]?.content.files ?? [];
    expect(file).toMatchObject({ name: '检查报告.pdf', bytes: 9, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(kept).toHaveLength(1);
    expect(await reply.text()).toContain('附件：检查报告.pdf（1 KB）');
  });

  it('alone is an answer', async () => {
    const { app, hidden, stored } = await opened();
    await app.request(
      link,
      withFiles(hidden, [
        ['t18.file', pdf('a.pdf')],
        ['t18.file', pdf('b.pdf', 'b')],
      ]),
    );
    expect(stored[0]?.answers.map(({ task: one, content }) => [one, content.files?.map(({ name }) => name)])).toEqual([
      [18, ['a.pdf', 'b.pdf']],
    ]);
  });

  it('is not chosen again after a failed submission', async () => {
    const { app, hidden, stored } = await opened();
    const failed = await app.request(
      link,
      withFiles({ ...hidden, 't17.figure.0': '约' }, [['t17.file', pdf('a.pdf')]]),
    );
    const page = await failed.text();
    expect(page).toContain('a.pdf（1 KB）');
    await app.request(link, post({ ...hiddenInputs(page), 't17.figure.0': '1000' }));
    expect(stored[0]?.answers[0]?.content.files).toMatchObject([{ name: 'a.pdf' }]);
  });

  it('is left out where its box is ticked', async () => {
    const { app, read, hidden, stored } = await opened();
    await app.request(link, withFiles({ ...hidden, ...said, act: 'draft' }, [['t17.file', pdf('a.pdf')]]));
    const page = await read();
    const hash = /name="t17\.drop" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
    await app.request(link, post({ ...hiddenInputs(page), ...said, 't17.drop': hash }));
    expect(stored[0]?.answers[0]?.content).not.toHaveProperty('files');
  });

  it.each<[string, File, string]>([
    ['a program', new File(['MZ'], '工具.exe'), '不是可收的类型'],
    ['no ending', new File(['%PDF-'], 'pdf'), '不是可收的类型'],
    ['a false ending', new File(['<html>'], '报告.pdf'), '内容不是 pdf 文件'],
    ['nothing', new File([], '空.pdf'), '是空的'],
    ['too much', new File([`%PDF-${' '.repeat(10 * 1024 * 1024)}`], '大.pdf'), '每个不超过10 MB'],
    ['macros', new File(['PK\u0003\u0004 xl/vbaProject.bin'], '表.xlsx'), '带有宏'],
  ])('of %s is refused and the words are kept', async (_what, file, sentence) => {
    const { app, hidden, stored, kept } = await opened();
    const reply = await app.request(link, withFiles({ ...hidden, ...said }, [['t17.file', file]]));
    const page = await reply.text();
    expect(reply.status).toBe(422);
    expect(page).toContain(sentence);
    expect(page).toContain('href="#t17.file"');
    expect(page).toContain('第一句');
    expect(stored).toHaveLength(0);
    expect(kept).toHaveLength(0);
  });

  it('beyond the fifth of a task is refused', async () => {
    const { app, hidden, kept } = await opened();
    const files = Array.from({ length: 6 }, (_, index) => ['t17.file', pdf(`${index}.pdf`, String(index))] as const);
    const reply = await app.request(link, withFiles(hidden, files));
    expect(await reply.text()).toContain('“5.pdf”没有收：每项任务最多5个');
    expect(kept).toHaveLength(5);
  });

  it('from a page of another origin is not taken', async () => {
    const { app, hidden, stored, kept } = await opened();
    const foreign = withFiles(hidden, [['t17.file', pdf('a.pdf')]]);
    const reply = await app.request(link, { ...foreign, headers: { origin: 'http://evil.test' } });
    expect(reply.status).toBe(403);
    expect({ stored, kept }).toEqual({ stored: [], kept: [] });
  });

  it('named by a forged field is not taken', async () => {
    const { app, hidden, stored } = await opened();
    const forged = JSON.stringify([{ name: '别人的.pdf', hash: 'a'.repeat(64), bytes: 1 }]);
    await app.request(link, post({ ...hidden, ...said, 't17.files': forged }));
    expect(stored[0]?.answers[0]?.content).not.toHaveProperty('files');
  });
});
