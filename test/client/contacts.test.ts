import { describe, expect, it } from '@jest/globals';
import { run } from './run-client.js';

describe('the check of contacts', () => {
  it('says what was found and what to do', async () => {
    const { code, out } = await run(['contacts', 'check']);
    expect(code).toBe(0);
    expect(out).toContain('立即  省科技厅：联络员A的信箱 kjt.a@ln.example 拒收（5.1.1）');
    expect(out).toContain('退回函 41');
    expect(out).toContain('shuangyue contact kjt liaison-a A 新邮箱 --as 协调员代码 --campaign small-2026');
    expect(out).toContain('共1项：立即1项。');
  });

  it('gives data with whole commands', async () => {
    const { out } = await run(['contacts', 'check', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ kind: 'bounced', letters: [41], command: expect.stringMatching(/^shuangyue contact kjt/) }]); // prettier-ignore
  });

  it('is content where nothing is wrong', async () => {
    const { code, out } = await run(['contacts', 'check'], { server: { findings: [] } });
    expect({ code, out }).toEqual({ code: 0, out: '联络人没有发现问题。' });
  });
});

describe('the history of posts', () => {
  it('is printed for one party', async () => {
    const { out, server } = await run(['contacts', 'kjt', '--history']);
    for (const text of ['联络员A', 'kjt.a@ln.example', '现任', 'zqb1', '调离']) expect(out).toContain(text);
    expect(server.asked.at(-1)).toBe('/api/contacts/history?campaign=small-2026&party=kjt');
  });

  it('needs a party', async () => {
    const { code, err } = await run(['contacts', '--history']);
    expect(code).toBe(1);
    expect(err).toContain('contacts gxt --history');
  });
});
