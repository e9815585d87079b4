import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from './run-client.js';

const folder = () => mkdtempSync(join(tmpdir(), 'letters-'));

describe('a batch of letters', () => {
  it('lies in a folder, a document each, named for 公文交换', async () => {
    const to = join(folder(), '交换', '5月');
    const { code, out, server } = await run(['letters', 'export', '--round', '2', '--kind', 'escalation', '--to', to]);
    expect(code).toBe(0);
    expect(server.asked).toContain('/api/letters?campaign=small-2026&kind=escalation&round=2026-2');
    expect(readdirSync(to)).toEqual(['目录.csv', '辽质强办函〔2026〕3号-省科技厅-督办函.docx'].toSorted());
    expect(readFileSync(join(to, '辽质强办函〔2026〕3号-省科技厅-督办函.docx'), 'utf8')).toBe('PK: a letter');
    expect(out).toContain('已导出 1 件');
  });

  it('has a list that spreadsheets read, without formulas', async () => {
    const to = folder();
    await run(['letters', 'export', '--to', to]);
    const list = readFileSync(join(to, '目录.csv'), 'utf8');
    expect(list.codePointAt(0)).toBe(0xfeff);
    expect(list.split('\r\n')).toEqual([
      '\uFEFF序号,文号,主送,文种,标题,日期,页数（约）,文件,函编号',
      `1,辽质强办函〔2026〕3号,省科技厅,督办函,"'=关于""商请""的函",2026-05-08,3,辽质强办函〔2026〕3号-省科技厅-督办函.docx,41`,
      '',
    ]);
  });

  it('never mixes with what is there', async () => {
    const to = folder();
    writeFileSync(join(to, '旧件.docx'), '');
    const { code, err } = await run(['letters', 'export', '--to', to]);
    expect([code, readdirSync(to)]).toEqual([1, ['旧件.docx']]);
    expect(err).toContain('请换一个新的或空的文件夹');
  });

  it('says so where there is none', async () => {
    const { code, err } = await run(['letters', 'export', '--kind', 'bulletin', '--to', folder()]);
    expect(code).toBe(1);
    expect(err).toContain('没有符合条件且已成文的函');
  });
});
