import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { addDoctor } from '../../../bin/doctor/doctor.js';
import { openClient } from '../../../client/client-deps.js';
import { runProgram } from '../../../client/run-program.js';
import { weighOfficeSettings, type Environment } from '../../../config/settings.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const doctor = async (environment: Environment, ...options: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  folders.push(folder);
  const out: string[] = [];
  const err: string[] = [];
  const read = () => weighOfficeSettings(environment, folder);
  const deps = openClient(undefined, {
    print: (text) => void out.push(text),
    warn: (text) => void err.push(text),
    paint: (_, text) => text,
  });
  const program = new Command('shuangyue').exitOverride();
  addDoctor(program, deps, read);
  const code = await runProgram(['doctor', ...options], deps, program);
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('doctor', () => {
  it('looks at a new office and finds nothing broken', async () => {
    const { code, out, err } = await doctor({ WEB_PORT: '9' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const title of ['设置', '数据文件夹', '记录库', 'Temporal 引擎', '网页', 'SMTP', 'DNS', '节假日']) {
      expect(out).toContain(title);
    }
    expect(out).toMatch(/没有要紧的问题/);
  });

  it('stops at settings that do not hold', async () => {
    const { code, out, err } = await doctor({ WEB_PORT: 'x', LOG_LEVEL: 'x' });
    expect(code).toBe(1);
    expect(out).toMatch(/✗ .*WEB_PORT/);
    expect(out).not.toContain('数据文件夹');
    expect(err).toMatch(/有 2 处要处理.*设置改好之后/);
  });

  it('prints data, and never a secret', async () => {
    const { code, out } = await doctor(
      {
        WEB_PORT: '9',
        DATABASE_URL: 'postgres://zqb:hunter2@127.0.0.1:9/x',
        SMTP_URL: 'smtp://zqb:hunter3@127.0.0.1:9',
      },
      '--json',
    );
    expect(code).toBe(1);
    const all = JSON.parse(out) as { name: string; findings: { verdict: string }[] }[];
    const failing = all.filter(({ findings }) => findings.some(({ verdict }) => verdict === 'broken'));
    expect(failing.map(({ name }) => name)).toEqual(['record', 'smtp']);
    expect(out).not.toMatch(/hunter/);
  });
});
