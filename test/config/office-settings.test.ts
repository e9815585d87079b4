import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { weighOfficeSettings, type SettingsReading } from '../../config/settings.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with this settings file in it, readable by its owner only. */
const folderWith = (text: string | Buffer): string => {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  folders.push(folder);
  writeFileSync(join(folder, '.env'), text, { mode: 0o600 });
  return folder;
};
const reading = (text: string | Buffer, environment: Record<string, string> = {}): SettingsReading =>
  weighOfficeSettings(environment, folderWith(text));

describe('a settings file', () => {
  it('is read from the folder of the command', () => {
    const folder = folderWith('WEB_PORT=9000\nMAIL_FROM="省质强办 <zqb@ln.example>"\n');
    const { settings, file } = weighOfficeSettings({}, folder);
    expect(file).toBe(join(folder, '.env'));
    expect(settings).toMatchObject({ web: { port: 9000 }, mail: { from: '省质强办 <zqb@ln.example>' } });
  });

  it('need not be there', () => {
    const { settings, file, problems } = weighOfficeSettings({}, '/nowhere');
    expect({ file, problems }).toEqual({ file: undefined, problems: [] });
    expect(settings?.web.port).toBe(8080);
  });

  it('stands below the environment', () => {
    expect(reading('WEB_PORT=9000\nLOG_LEVEL=warn', { WEB_PORT: '9001' }).settings).toMatchObject({
      web: { port: 9001 },
      logLevel: 'warn',
    });
  });

  it('has a value switched off by an empty variable', () => {
    const { settings } = reading('ARCHIVE=a@ln.example', { ARCHIVE: '' });
    expect(settings?.mail.archive).toBeUndefined();
  });

  it('elsewhere is named by SHUANGYUE_ENV, its paths start there', () => {
    const folder = folderWith('SHUANGYUE_HOME=data');
    const { settings } = weighOfficeSettings({ SHUANGYUE_ENV: join(folder, '.env') }, '/nowhere');
    expect(settings?.home).toBe(join(folder, 'data'));
  });

  it('is not read when switched off', () => {
    const { settings, file } = reading('WEB_PORT=9000', { SHUANGYUE_ENV: 'off' });
    expect({ file, port: settings?.web.port }).toEqual({ file: undefined, port: 8080 });
  });

  it('of that name has to exist', () => {
    const { settings, problems } = weighOfficeSettings({ SHUANGYUE_ENV: 'office.env' }, '/nowhere');
    expect(settings).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining('/nowhere/office.env')]);
  });

  it('may bear the marks of a Windows editor', () => {
    expect(reading('\uFEFFWEB_PORT=9000\r\nLOG_LEVEL=warn\r\n').settings).toMatchObject({
      web: { port: 9000 },
      logLevel: 'warn',
    });
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['a value that does not hold', '# 端口\n\nWEB_PORT=eighty', /^\.env 第 3 行 WEB_PORT 的值“eighty”不对：应为/],
    ['letters exchanged', 'LOG_LEVEL=info\nSMTP_ULR=smtp://localhost', /第 2 行 SMTP_ULR .*是否指 SMTP_URL/],
    ['small letters', 'smtp_url=smtp://localhost', /第 1 行 smtp_url .*是否指 SMTP_URL/],
    ['no equals sign', 'SMTP_URL smtp://localhost', /第 1 行不是设置：应写作“变量=值”/],
    ['a full-width equals sign', 'WEB_PORT＝8080', /第 1 行不是设置.*等号用半角/],
    ['the same variable twice', 'WEB_PORT=1\nWEB_PORT=2', /第 2 行 WEB_PORT 在第 1 行已经写过/],
    ['a quote that is not closed', 'MAIL_FROM="省质强办\nWEB_PORT=1', /第 1 行 MAIL_FROM 的引号没有在本行配对/],
    ['a # that would cut the value', `API_KEY=${'k'.repeat(16)}#1`, /第 1 行 API_KEY 的值里有 #/],
    ['GBK', Buffer.from([0x57, 0x3d, 0xd6, 0xca]), /不是 UTF-8 文本/],
    ['UTF-16', Buffer.from('\uFEFFWEB_PORT=9000', 'utf16le'), /不是 UTF-8 文本/],
    ['ports that meet', 'WEB_PORT=2525', /第 1 行 WEB_PORT|INTAKE_SMTP_PORT 与 WEB_PORT 用了同一端口 2525/],
    ['a program that is not there', 'TEMPORAL_CLI=bin/temporal', /第 1 行 TEMPORAL_CLI 所指的 .*bin\/temporal 不存在/],
    ['a holiday file that is not there', 'HOLIDAYS_FILE=h.yaml', /第 1 行 HOLIDAYS_FILE 所指的 .*找不到节假日文件/],
  ])('with %s is refused in one sentence', (_, text, sentence) => {
    const { settings, problems } = reading(text);
    expect(settings).toBeUndefined();
    expect(problems).toEqual([expect.stringMatching(sentence)]);
  });

  it('tells all of its problems at once', () => {
    expect(reading('WEB_PORT=x\nLOG_LEVEL=x\nSMTP_ULR=x\nnonsense').problems).toHaveLength(4);
  });

  it('never has a secret repeated', () => {
    const { problems } = reading('API_KEY=口令1\nSIGNING_SECRET=口令2\nSMTP_URL=http://u:口令3@h');
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toMatch(/口令\d/);
  });

  it('that is a folder is refused', () => {
    const folder = folderWith('');
    rmSync(join(folder, '.env'));
    mkdirSync(join(folder, '.env'));
    expect(weighOfficeSettings({}, folder).problems).toEqual([expect.stringMatching(/^\.env 读不出来（是文件夹）/)]);
  });
});

describe('a settings file is warned about', () => {
  it.each([
    ['a variable without effect', 'HTTPS_PROXY=http://proxy', /第 1 行 HTTPS_PROXY 不是双月的设置，不起作用/],
    ['a name of ours cut short', 'ARCHIVE_IMAP=x', /第 1 行 ARCHIVE_IMAP .*是否指 ARCHIVE_IMAP_URL/],
    ['a name that is close to ours', 'SMTP_URLS_ALL=x', /第 1 行 SMTP_URLS_ALL .*不起作用/],
  ])('with %s', (_, text, sentence) => {
    const { settings, warnings } = reading(text);
    expect(settings?.warnings).toEqual(warnings);
    expect(warnings).toEqual([expect.stringMatching(sentence)]);
  });

  it('when others can read its secrets', () => {
    const folder = folderWith(`API_KEY=${'k'.repeat(16)}`);
    chmodSync(join(folder, '.env'), 0o644);
    expect(weighOfficeSettings({}, folder).warnings).toEqual([expect.stringMatching(/API_KEY.*chmod 600 \.env/)]);
  });

  it('not when it holds no secret', () => {
    const folder = folderWith('WEB_PORT=9000');
    chmodSync(join(folder, '.env'), 0o644);
    expect(weighOfficeSettings({}, folder).warnings).toEqual([]);
  });
});

describe('the environment is warned about', () => {
  it('with letters exchanged, not with the names of others', () => {
    const others = { PATH: '/bin', HOME: '/root', PORT: '80', SMTP_HOST: 'h', LANGUAGE: 'zh', WEB_CONCURRENCY: '2' };
    expect(weighOfficeSettings({ ...others, SMTP_ULR: 'x' }, '/nowhere').warnings).toEqual([
      expect.stringMatching(/^环境变量 SMTP_ULR .*是否指 SMTP_URL/),
    ]);
  });
});
