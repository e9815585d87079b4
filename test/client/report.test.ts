import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../record/open-test-record.js';
import { reportDraft } from './fake-server.js';
import { run } from './run-client.js';

const nobody = { ...reportDraft, due: [], subject: null, text: null, html: null };

describe('the report on two missed rounds', () => {
  it('is shown with who is near it', async () => {
    const { out } = await run(['report']);
    expect(out).toContain('1 个单位连续两期（2026-1期、2026-2期）未报');
    expect(out).toContain('发函8次，电话2次');
    expect(out).toContain('省工业和信息化厅（gxt）：任务1');
  });

  it('says so where none is due', async () => {
    const { code, out } = await run(['report'], { server: { report: { ...nobody, close: [] } } });
    expect(code).toBe(0);
    expect(out).toContain('不需要专报');
    expect(out).toContain('也没有单位');
  });

  it.each(['.txt', '.html'])('is saved as %s, over nothing', async (ending) => {
    const file = join(temporaryFolder(), `report${ending}`);
    const { code, out } = await run(['report', '--to', file]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(file) });
    expect(readFileSync(file, 'utf8')).toBe(ending === '.txt' ? reportDraft.text : reportDraft.html);
    expect((await run(['report', '--to', file])).code).toBe(1);
  });

  it.each([
    [['report', '--to', 'x.pdf'], {}, '.txt'],
    [['report', '--to', 'x.txt'], { report: nobody }, '没有专报可存'],
    [['report', '--party', '省科研厅'], {}, '省科技厅'],
  ])('%j is refused', async (argv, server, named) => {
    const { code, err } = await run(argv, { server });
    expect(code).toBe(1);
    expect(err).toContain(named);
  });

  it('of one party is asked for by its code', async () => {
    const { out, server } = await run(['report', '--party', '省科技厅', '--json']);
    expect(JSON.parse(out)).toEqual(reportDraft);
    expect(server.asked.at(-1)).toBe('/api/report?campaign=small-2026&party=kjt');
  });
});

const office = { replies: { approve: { version: 3 } } };

describe('a signer', () => {
  it('agrees to the names of the silent by an edit of his own', async () => {
    const { code, server, ...ran } = await run(['bulletin', 'approve', '--name-silent', '--as', 'zqb1'], { office });
    expect(code).toBe(0);
    expect(server.posted).toEqual([
      { path: '/api/bulletins/2026-1/edits', body: { version: 2, edits: {}, naming: true, by: 'zqb1' } },
    ]);
    expect(ran.office.ordered.map(({ update }) => update)).toEqual(['edit', 'approve']);
  });

  it('names nobody without saying so', async () => {
    const { server, ...ran } = await run(['bulletin', 'approve', '--as', 'zqb1'], { office });
    expect(server.posted).toEqual([]);
    expect(ran.office.ordered.map(({ update }) => update)).toEqual(['approve']);
  });
});

describe('long work', () => {
  it.each(['pause', 'resume', 'close-round', 'open-round'])(
    'of %s shows on a terminal that it goes on',
    async (name) => {
      const { progress } = await run([name, '--as', 'zqb1'], { watches: true });
      expect(progress).toEqual([expect.stringMatching(/^正在.+:done$/)]);
    },
  );

  it('shows nothing with --json', async () => {
    expect((await run(['pause', '--as', 'zqb1', '--json'], { watches: true })).progress).toEqual([]);
  });
});
