import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { addInit } from '../../../client/commands/init.js';
import { openClient } from '../../../client/client-deps.js';
import type { Asker } from '../../../client/init/asker.js';
import { mailLogins } from '../../../client/init/mail-logins.js';
import { runProgram } from '../../../client/run-program.js';
import { readRegisterFile } from '../../../config/register/read-register-file.js';
import { readSettings, weighOfficeSettings } from '../../../config/settings.js';
import { makeCertificates } from '../../mail/certificates.js';
import { startRelay, type TrialServer } from '../../mail/trial-servers.js';

const open: { folders: string[]; servers: TrialServer[] } = { folders: [], servers: [] };
afterEach(async () => {
  for (const folder of open.folders.splice(0)) rmSync(folder, { recursive: true });
  for (const server of open.servers.splice(0)) await server.close();
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'init-'));
  open.folders.push(folder);
  return folder;
};
const relay = async (): Promise<number> => {
  const server = await startRelay();
  open.servers.push(server);
  return server.port;
};

/** Answers by the first words of each question; a question nobody expected fails. */
const scripted = (answers: Readonly<Record<string, string | boolean | readonly string[]>>) => {
  const left = new Map(
    Object.entries(answers).map(([begin, answer]) => [begin, typeof answer === 'object' ? [...answer] : answer]),
  );
  const said: string[] = [];
  const answer = (question: string): string | boolean => {
    const found = [...left].find(([begin]) => question.startsWith(begin));
    if (found === undefined) throw new Error(`nobody expected: ${question}`);
    const [, prepared] = found;
    return typeof prepared === 'object' ? (prepared.shift() ?? '') : prepared;
  };
  const asker: Asker = {
    text: async (question, { initial, check } = {}) => {
      const given = answer(question);
      const text = given === true ? (initial ?? '') : String(given);
      const problem = check?.(text);
      if (problem !== undefined) throw new Error(problem);
      return text;
    },
    secret: async (question) => String(answer(question)),
    yes: async (question) => answer(question) === true || answer(question) === 'yes',
    choose: async (question) => answer(question) as never,
    say: (text) => void said.push(text),
    whileWaiting: (_, work) => work(),
  };
  return { asker, said };
};

const init = async (argv: readonly string[], asker?: Asker) => {
  const out: string[] = [];
  const err: string[] = [];
  const deps = openClient(() => readSettings({}, '/nowhere'), {
    print: (text) => void out.push(text),
    warn: (text) => void err.push(text),
    paint: (_, text) => text,
    ...(asker && { ask: async () => true }),
  });
  const program = new Command('shuangyue').exitOverride();
  addInit(program, deps, {
    asker: async () => asker ?? Promise.reject(new Error('nobody to ask')),
    logins: mailLogins,
  });
  const code = await runProgram(['init', ...argv], deps, program);
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const people = [
  '--office',
  '省质强办',
  '--coordinator',
  '张三 <zhang@ln.gov.cn>',
  '--coordinator',
  '李四 <li@ln.gov.cn>',
];

describe('init for a script', () => {
  it('writes settings that hold and a register that holds', async () => {
    const folder = newFolder();
    const { code, out, err } = await init([folder, '--yes', ...people]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/shuangyue doctor[^]*register check[^]*shuangyue up[^]*shuangyue start/);
    expect(weighOfficeSettings({}, folder)).toMatchObject({ problems: [], warnings: [] });
    const { register, problems, warnings } = await readRegisterFile(join(folder, '台账.yaml'));
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
    expect(register?.campaign).toMatchObject({
      issuer: '省质强办',
      coordinators: [{ code: 'zqb1', name: '张三', email: 'zhang@ln.gov.cn' }, { code: 'zqb2' }],
    });
  });

  it('writes a register in Excel that holds as well', async () => {
    const folder = newFolder();
    const { code, out, err } = await init([folder, '--yes', '--excel', ...people]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/已写好 .*台账\.xlsx.*\n.*Excel 或 WPS[^]*register check 台账\.xlsx[^]*rehearse 台账\.xlsx/);
    expect(readdirSync(folder).toSorted()).toEqual(['.env', '台账.xlsx']);
    const { register, problems, warnings } = await readRegisterFile(join(folder, '台账.xlsx'));
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
    await init([folder, '--yes', ...people]);
    expect(register).toEqual((await readRegisterFile(join(folder, '台账.yaml'))).register);
  });

  it('proposes a trial letter where mail leaves and comes back', async () => {
    const server = ['--smtp', 'smtp://u:p@h.cn', '--imap', 'imap://u:p@h.cn', '--domain', 'ln.gov.cn', '--no-login'];
    const mail = [...server, '--from', 'zqb@ln.gov.cn', '--public-url', 'https://d.ln.gov.cn'];
    expect((await init([newFolder(), '--yes', ...people, ...mail])).out).toContain('shuangyue doctor --send-test');
    expect((await init([newFolder(), '--yes', ...people])).out).not.toContain('--send-test');
  });

  it('keeps a workbook of before', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '台账.xlsx'), 'ours');
    const { out } = await init([folder, '--yes', '--excel', ...people]);
    expect(out).toContain('没有动它');
    expect(readFileSync(join(folder, '台账.xlsx'), 'utf8')).toBe('ours');
  });

  it('writes what the options say, for its owner alone', async () => {
    const folder = newFolder();
    const url = `smtp://zqb:p%40ss@127.0.0.1:${await relay()}`;
    const mail = ['--smtp', url, '--domain', 'ln.gov.cn', '--from', "省质强办's <zqb@ln.gov.cn>"];
    const { code, err } = await init([folder, '--yes', ...people, ...mail, '--public-url', 'https://d.ln.gov.cn']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(weighOfficeSettings({}, folder).settings).toMatchObject({
      web: { publicUrl: 'https://d.ln.gov.cn' },
      mail: { smtpUrl: url, domain: 'ln.gov.cn', from: "省质强办's <zqb@ln.gov.cn>" },
    });
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
  });

  it('tells of a login that failed and writes all the same', async () => {
    const folder = newFolder();
    const mail = ['--smtp', `smtp://zqb:hunter2@127.0.0.1:${await relay()}`, '--domain', 'ln.gov.cn'];
    const { code, err } = await init([folder, '--yes', ...people, ...mail, '--public-url', 'https://d.ln.gov.cn']);
    expect(code).toBe(0);
    expect(err).toMatch(/没有登录成功.*SMTP_URL 中的用户或口令/);
    expect(err).not.toContain('hunter2');
  });

  it('keeps the settings and the register of before', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.env'), 'WEB_PORT=9000\nLOG_LEVEL=warn\n');
    writeFileSync(join(folder, '台账.yaml'), 'ours');
    const { code, out } = await init([folder, '--yes', ...people]);
    expect(code).toBe(0);
    expect(out).toContain('没有动它');
    expect(weighOfficeSettings({}, folder).settings).toMatchObject({ web: { port: 9000 }, logLevel: 'warn' });
    expect(readFileSync(join(folder, '台账.yaml'), 'utf8')).toBe('ours');
    const [kept = ''] = readdirSync(folder).filter((name) => name.endsWith('.bak'));
    expect(readFileSync(join(folder, kept), 'utf8')).toContain('WEB_PORT=9000');
    expect(statSync(join(folder, kept)).mode & 0o777).toBe(0o600);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no office', ['--yes'], /缺少 --office/],
    ['a coordinator without an address', ['--yes', '--office', '办', '--coordinator', '张三'], /“张三”不对/],
    ['a relay of another kind', ['--yes', ...people, '--smtp', 'http://u:hunter2@h'], /^SMTP_URL 的值.*应为/],
    ['a relay without an address to open', ['--yes', ...people, '--smtp', 'smtps://h.cn'], /WEB_PUBLIC_URL/],
    ['nobody to ask', [], /不是终端.*--yes/],
  ])('with %s writes nothing', async (_, argv, sentence) => {
    const folder = newFolder();
    const { code, err } = await init([folder, ...argv]);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    expect(err).not.toContain('hunter2');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('init on a terminal', () => {
  const start = {
    发文机关: '省质强办',
    '第 1 位': '张三 <zhang@ln.gov.cn>',
    还有一位: false,
    数据文件夹: true,
    '台账用 Excel': false,
  };

  it('goes without mail where nobody has any yet', async () => {
    const folder = join(newFolder(), 'new');
    const { asker, said } = scripted({ ...start, 现在设发信: false });
    expect((await init([folder], asker)).code).toBe(0);
    expect(said.join()).toContain('本地邮局');
    expect(weighOfficeSettings({}, folder).settings?.mail.smtpUrl).toBeUndefined();
  });

  it('writes the register in Excel where that is wanted', async () => {
    const folder = newFolder();
    const { asker } = scripted({ ...start, 现在设发信: false, '台账用 Excel': true });
    expect((await init([folder], asker)).code).toBe(0);
    expect((await readRegisterFile(join(folder, '台账.xlsx'))).problems).toEqual([]);
    expect(existsSync(join(folder, '台账.yaml'))).toBe(false);
  });

  it('tries a login, says what failed and tries the next', async () => {
    const folder = newFolder();
    const port = String(await relay());
    const { asker, said } = scripted({
      ...start,
      现在设发信: true,
      发信服务器主机: '127.0.0.1',
      端口: port,
      加密: false,
      用户: 'zqb',
      口令: ['wrong', 'p@ss'],
      怎么办: 'again',
      从邮箱: false,
      另有存档: false,
      我方回信: 'ln.gov.cn',
      发件人: 'zqb@ln.gov.cn',
      各单位: 'https://d.ln.gov.cn',
    });
    const { code } = await init([folder], asker);
    expect(code).toBe(0);
    expect(said.slice(1)).toEqual([expect.stringContaining('用户或口令'), '登录成功。']);
    expect(weighOfficeSettings({}, folder).settings?.mail.smtpUrl).toBe(`smtp://zqb:p%40ss@127.0.0.1:${port}`);
  });

  it('takes a port of its own and an authority of its own', async () => {
    const folder = newFolder();
    const certificates = makeCertificates();
    const server = await startRelay({ tls: certificates.valid });
    open.servers.push(server, { port: 0, close: async () => certificates.close() });
    const { asker, said } = scripted({
      ...start,
      现在设发信: true,
      发信服务器主机: 'localhost',
      端口: String(server.port),
      加密: true,
      用户: 'zqb',
      口令: 'p@ss',
      证书是: true,
      根证书: certificates.caFile,
      从邮箱: false,
      另有存档: false,
      我方回信: 'ln.gov.cn',
      发件人: 'zqb@ln.gov.cn',
      各单位: 'https://d.ln.gov.cn',
    });
    expect((await init([folder], asker)).code).toBe(0);
    expect(said.slice(1)).toEqual([expect.stringContaining('不受信任'), '登录成功。']);
    expect(weighOfficeSettings({}, folder).settings?.mail).toMatchObject({
      smtpUrl: `smtps://zqb:p%40ss@localhost:${server.port}`,
      caFile: certificates.caFile,
    });
  });

  it('overwrites nothing without a yes', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.env'), 'WEB_PORT=9000');
    const { asker } = scripted({ [join(folder, '.env')]: false });
    const { code, err } = await init([folder], asker);
    expect(code).toBe(1);
    expect(err).toContain('什么都没有写');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('WEB_PORT=9000');
    expect(existsSync(join(folder, '台账.yaml'))).toBe(false);
  });
});
