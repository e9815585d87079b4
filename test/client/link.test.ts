import { describe, expect, it } from '@jest/globals';
import { run } from './run-client.js';

describe('the link of a party', () => {
  it('is shown with the places it was used from', async () => {
    const { code, out, server } = await run(['link', 'show', '省科技厅']);
    expect(code).toBe(0);
    expect(out).toContain('http://office.test/a/token-of-kjt');
    expect(out).toMatch(/打开3次，提交1次：10\.1\.2\.3，Mozilla.*Chrome\/69/);
    expect(out).toContain('打开9次，提交0次：其他地址合计');
    expect(server.asked.at(-1)).toBe('/api/links/kjt?campaign=small-2026');
  });

  it('is revoked by a coordinator, who gets the new one', async () => {
    const { code, out, server } = await run(['link', 'revoke', 'kjt', '--why', '误发', '--as', 'zqb1']);
    expect(code).toBe(0);
    expect(out).toContain('此前的填报链接已全部停用');
    expect(out).toContain('http://office.test/a/token-of-kjt');
    const body = { campaign: 'small-2026', party: 'kjt', by: 'zqb1', why: '误发' };
    expect(server.posted).toEqual([{ path: '/api/links/revoke', body }]);
  });

  it('is revoked by nobody else', async () => {
    const { code, server } = await run(['link', 'revoke', 'kjt', '--as', 'stranger']);
    expect(code).toBe(1);
    expect(server.posted).toEqual([]);
  });
});
