import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readRegisterFile } from '../../config/register/read-register-file.js';
import { registerHash } from '../../config/register/register-hash.js';
import { smallRegister } from '../config/register/small-register.js';
import { run } from './run-client.js';

const written = (text = smallRegister): { file: string; at: (name: string) => string } => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const file = join(folder, '台账.yaml');
  writeFileSync(file, text);
  return { file, at: (name) => join(folder, name) };
};

const hashOf = async (file: string): Promise<string> => {
  const { register, cadence, quietDays, problems } = await readRegisterFile(file);
  if (register === undefined) throw new Error(JSON.stringify(problems));
  return registerHash({ ...register, cadence, quietDays });
};

describe('register export', () => {
  it('goes to a workbook and back without loss', async () => {
    const { file, at } = written();
    expect((await run(['register', 'export', file, '--to', at('台账.xlsx')])).code).toBe(0);
    const back = await run(['register', 'export', at('台账.xlsx'), '--to', at('回.yaml')]);
    expect([back.code, back.out]).toEqual([0, `台账已存为 ${at('回.yaml')}：2 项任务、2 个单位，读回核对一致。`]);
    const hashes = await Promise.all([file, at('台账.xlsx'), at('回.yaml')].map(hashOf));
    expect(new Set(hashes).size).toBe(1);
  });

  it('overwrites only with --force', async () => {
    const { file, at } = written();
    writeFileSync(at('台账.xlsx'), '改了一半');
    const refused = await run(['register', 'export', file, '--to', at('台账.xlsx')]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('已经存在')]);
    expect(readFileSync(at('台账.xlsx'), 'utf8')).toBe('改了一半');
    expect((await run(['register', 'export', file, '--to', at('台账.xlsx'), '--force'])).code).toBe(0);
    expect(await hashOf(at('台账.xlsx'))).toBe(await hashOf(file));
  });

  it('asks for an ending that it knows', async () => {
    const { file, at } = written();
    const { code, err } = await run(['register', 'export', file, '--to', at('台账.csv')]);
    expect([code, err]).toEqual([1, expect.stringContaining('扩展名应为 .xlsx')]);
  });

  it('refuses what a cell cannot hold', async () => {
    const { file, at } = written(smallRegister.replace('goal: 全年检查 60 家。', 'goal: —'));
    const { code, err } = await run(['register', 'export', file, '--to', at('台账.xlsx')]);
    expect([code, err]).toEqual([1, expect.stringContaining('写不下')]);
  });

  it('lists the problems of a register that has some', async () => {
    const { file, at } = written(smallRegister.replace('lead: gxt', 'lead: gtx'));
    const { code, err } = await run(['register', 'export', file, '--to', at('台账.xlsx')]);
    expect(code).toBe(1);
    expect(err).toContain('unknown-party');
  });
});

describe('a workbook on the command line', () => {
  it('has its problems at sheets and cells', async () => {
    const { file, at } = written();
    await run(['register', 'export', file, '--to', at('台账.xlsx')]);
    const checked = await run(['register', 'check', at('台账.xlsx')]);
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('台账检查通过')]);
    const planned = await run(['plan', at('台账.xlsx'), '--year', '2026']);
    expect(planned.code).toBe(0);
  });

  it('that is none says how to become one', async () => {
    const { at } = written();
    writeFileSync(at('台账.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const { code, out } = await run(['register', 'check', at('台账.xls')]);
    expect(code).toBe(1);
    expect(out).toContain('另存为 .xlsx');
  });
});
