import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicUrlOf, readSettings, SettingsError, smtpUrlOf, type Environment } from '../../config/settings.js';

const problemsOf = (environment: Environment): readonly string[] => {
  try {
    readSettings(environment, '/srv/office');
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
};

let office = '';
beforeAll(() => {
  office = mkdtempSync(join(tmpdir(), 'office-'));
  for (const program of ['temporal', 'temporal-test-server']) writeFileSync(join(office, program), '', { mode: 0o700 });
  writeFileSync(join(office, 'holidays.yaml'), 'years: []\n');
});
afterAll(() => rmSync(office, { recursive: true }));

describe('settings', () => {
  it('an empty environment gives the embedded stack', () => {
    expect(readSettings({ XDG_CACHE_HOME: '/var/cache' }, '/srv/office')).toEqual({
      warnings: [],
      home: '/srv/office/.shuangyue',
      cacheFolder: '/var/cache/shuangyue',
      language: 'zh',
      logLevel: 'info',
      temporal: { namespace: 'shuangyue', port: 7233, uiPort: 8233 },
      web: { port: 8080 },
      mail: {
        domain: 'shuangyue.example',
        from: 'shuangyue@shuangyue.example',
        pool: 6,
        intakePort: 2525,
        postOfficePort: 2526,
        bouncing: [],
      },
    });
  });

  it('everything that is set is read', () => {
    const environment = {
      SHUANGYUE_HOME: 'data',
      LOG_LEVEL: 'warn',
      TEMPORAL_ADDRESS: 'temporal.ln.example:7233',
      TEMPORAL_NAMESPACE: 'quality',
      TEMPORAL_CLI: 'temporal',
      TEMPORAL_TEST_SERVER: join(office, 'temporal-test-server'),
      WEB_PORT: '80',
      WEB_PUBLIC_URL: 'https://diaodu.ln.example/',
      MAIL_DOMAIN: 'ln.example',
      MAIL_FROM: '省质强办 <zqb@ln.example>',
      SMTP_URL: 'smtps://user:word@smtp.ln.example:465',
      ARCHIVE: 'archive@ln.example',
      API_KEY: 'k'.repeat(16),
      SIGNING_SECRET: 's'.repeat(32),
      HOLIDAYS_FILE: 'holidays.yaml',
      DATABASE_URL: 'postgres://zqb:word@db.ln.example/shuangyue?sslmode=verify-full',
      DATABASE_POOL: '20',
    };
    expect(readSettings(environment, office)).toMatchObject({
      home: join(office, 'data'),
      logLevel: 'warn',
      temporal: {
        address: 'temporal.ln.example:7233',
        namespace: 'quality',
        cli: join(office, 'temporal'),
        testServer: join(office, 'temporal-test-server'),
      },
      web: { port: 80, publicUrl: 'https://diaodu.ln.example' },
      mail: {
        domain: 'ln.example',
        from: '省质强办 <zqb@ln.example>',
        smtpUrl: 'smtps://user:word@smtp.ln.example:465',
        archive: 'archive@ln.example',
      },
      apiKey: 'k'.repeat(16),
      signingSecret: 's'.repeat(32),
      holidaysFile: join(office, 'holidays.yaml'),
      database: { url: 'postgres://zqb:word@db.ln.example/shuangyue?sslmode=verify-full', poolSize: 20 },
    });
  });

  it.each([
    [{}, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en' }, 'en'],
    [{ SHUANGYUE_LANG: 'en', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ SHUANGYUE_LANG: 'zh', LANG: 'en' }, 'zh'],
  ] as const)('%j speaks %s', (environment, language) => {
    expect(readSettings(environment).language).toBe(language);
  });

  it.each([
    ['WEB_PORT', 'eighty'],
    ['WEB_PORT', '70000'],
    ['TEMPORAL_PORT', '-1'],
    ['INTAKE_SMTP_PORT', '25.5'],
    ['TEMPORAL_ADDRESS', 'temporal.ln.example'],
    ['TEMPORAL_NAMESPACE', 'two words'],
    ['WEB_PUBLIC_URL', 'diaodu.ln.example'],
    ['WEB_PUBLIC_URL', 'ftp://diaodu.ln.example'],
    ['SMTP_URL', 'http://smtp.ln.example'],
    ['MAIL_DOMAIN', 'ln example'],
    ['MAIL_FROM', '省质强办'],
    ['MAIL_FROM', '省质强办 <zqb@ln.example'],
    ['MAIL_FROM', '省质强办＜zqb@ln.example＞'],
    ['MAIL_FROM', '省质强办 zqb@ln.example>'],
    ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
    ['ARCHIVE', 'archive'],
    ['API_KEY', 'short'],
    ['SIGNING_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['SHUANGYUE_LANG', 'fr'],
    ['DATABASE_URL', 'mysql://db.ln.example/shuangyue'],
    ['DATABASE_URL', 'postgres://db.ln.example'],
    ['DATABASE_URL', 'postgres://zqb:wo/rd@db.ln.example/shuangyue'],
    ['DATABASE_POOL', '0'],
  ])('%s=%j is refused in one sentence that names it', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).toMatch(/应为.*请改正/);
  });

  it('all problems are told at once', () => {
    expect(problemsOf({ WEB_PORT: 'x', LOG_LEVEL: 'x', ARCHIVE: 'x' })).toHaveLength(3);
  });

  it.each(['postgres://u:w@h:5432/db', 'postgresql://h/db?sslmode=require', 'postgres:///db?host=/run/postgresql'])(
    'the database address %s is taken',
    (address) => {
      expect(readSettings({ DATABASE_URL: address }).database).toEqual({ url: address, poolSize: 10 });
    },
  );

  it('a secret is never repeated', () => {
    const secrets = { API_KEY: '口令abc', SIGNING_SECRET: 'hunter2', SMTP_URL: 'smtp//u:hunter2@h' };
    const problems = problemsOf({ ...secrets, DATABASE_URL: 'postgres://u:hunter2@h' });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toMatch(/口令abc|hunter2/);
  });

  it('two servers on one port are refused', () => {
    expect(problemsOf({ WEB_PORT: '2525' })).toHaveLength(1);
    expect(problemsOf({ WEB_PORT: '7233' })).toHaveLength(1);
  });

  it('an external engine leaves its ports free', () => {
    expect(problemsOf({ WEB_PORT: '7233', TEMPORAL_ADDRESS: 'temporal.ln.example:7233' })).toEqual([]);
  });

  it.each([
    [{}, ['填报链接', '域名']],
    [{ WEB_PUBLIC_URL: 'http://localhost:8080', MAIL_DOMAIN: 'ln.example' }, ['填报链接']],
    [{ WEB_PUBLIC_URL: 'https://diaodu.ln.example' }, ['域名']],
    [{ WEB_PUBLIC_URL: 'https://diaodu.ln.example', MAIL_DOMAIN: 'ln.example' }, []],
  ])('letters that leave with %j lack %j', (environment, lacking) => {
    const named = lacking.map((word) => expect.stringContaining(word));
    expect(problemsOf({ SMTP_URL: 'smtps://smtp.ln.example', ...environment })).toEqual(named);
    expect(readSettings({ SMTP_URL: 'smtp://127.0.0.1:1025', ...environment }).warnings).toEqual(named);
  });

  it('any number of ports may be any free one', () => {
    const all = ['TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'WEB_PORT', 'INTAKE_SMTP_PORT', 'POST_OFFICE_SMTP_PORT'];
    expect(problemsOf(Object.fromEntries(all.map((name) => [name, '0'])))).toEqual([]);
  });

  it('a variable set to nothing is as if not set', () => {
    expect(readSettings({ WEB_PORT: '', ARCHIVE: ' ' }, '/srv')).toEqual(readSettings({}, '/srv'));
  });

  it('defaults follow the port in use', () => {
    const { web, mail } = readSettings({ WEB_PORT: '0', POST_OFFICE_SMTP_PORT: '0' });
    expect(publicUrlOf(web, 40_123)).toBe('http://localhost:40123');
    expect(smtpUrlOf(mail, 40_124)).toBe('smtp://127.0.0.1:40124');
    expect(publicUrlOf(readSettings({}).web)).toBe('http://localhost:8080');
    expect(smtpUrlOf(readSettings({}).mail)).toBe('smtp://127.0.0.1:2526');
  });
});
