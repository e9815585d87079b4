import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerEnvironment } from '../../bin/worker-environment.js';
import { readSettings, SettingsError, type Environment } from '../../config/settings.js';

const imap = 'imaps://reply%40ln.example:p%40ss%25word@imap.ln.example:993';

const problemsOf = (environment: Environment): readonly string[] => {
  try {
    readSettings(environment, office);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
};

let office = '';
beforeAll(() => {
  office = mkdtempSync(join(tmpdir(), 'office-'));
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(office, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(office, 'ca.pem'), rootCertificates.slice(0, 2).join('\n'));
});
afterAll(() => rmSync(office, { recursive: true }));

const full: Environment = {
  MAIL_DOMAIN: 'ln.example',
  WEB_PUBLIC_URL: 'https://diaodu.ln.example',
  MAIL_FROM: '省质强办 <zqb@ln.example>',
  MAIL_CA_FILE: 'ca.pem',
  MAIL_AUTHSERV_ID: 'mx.ln.example',
  MAIL_RATE: '30',
  SMTP_URL: 'smtp://zqb%40ln.example:p%3Aw@smtp.ln.example:587',
  SMTP_POOL: '2',
  DKIM_SELECTOR: 's2026',
  DKIM_KEY_FILE: 'dkim.pem',
  IMAP_URL: imap,
  IMAP_HELD: '待核',
  ARCHIVE: 'archive@ln.example',
  ARCHIVE_WAIT: '120',
};

describe('settings of mail', () => {
  it('everything that is set is read', () => {
    expect(readSettings(full, office).mail).toMatchObject({
      smtpUrl: full['SMTP_URL'],
      pool: 2,
      perMinute: 30,
      caFile: join(office, 'ca.pem'),
      authservId: 'mx.ln.example',
      dkim: { domain: 'ln.example', selector: 's2026', keyFile: join(office, 'dkim.pem') },
      imap: { url: imap, inbox: 'INBOX', processed: 'Processed', held: '待核' },
      archive: 'archive@ln.example',
      archiveImap: { url: imap, mailbox: 'Archive', arrivesWithinMs: 120_000 },
    });
  });

  it('an archive account of its own is read in its inbox', () => {
    const other = 'imaps://archive:word@imap.ln.example';
    expect(readSettings({ ...full, ARCHIVE_IMAP_URL: other }, office).mail.archiveImap).toEqual({
      url: other,
      mailbox: 'INBOX',
      arrivesWithinMs: 120_000,
    });
  });

  it('without an archive address nothing is looked up', () => {
    expect(readSettings({ IMAP_URL: imap }).mail.archiveImap).toBeUndefined();
  });

  it('reach the worker as they were read', () => {
    const settings = readSettings(full, office);
    const passed = workerEnvironment(settings, { web: 8080, intake: 2525 }, '127.0.0.1:7233', {});
    expect(readSettings(passed, '/elsewhere').mail).toEqual({ ...settings.mail, postOfficePort: 0 });
    const plain = readSettings({}, '/srv/office');
    const unset = workerEnvironment(plain, { web: 8080, intake: 2525, postOffice: 2526 }, '127.0.0.1:7233', {});
    expect(readSettings(unset, '/elsewhere').mail).toEqual(plain.mail);
  });

  it.each([
    ['MAIL_AUTHSERV_ID', 'mx.ln.example; dmarc=pass'],
    ['SMTP_POOL', '0'],
    ['SMTP_POOL', '9'],
    ['MAIL_RATE', '0'],
    ['ARCHIVE_WAIT', '0'],
    ['ARCHIVE_WAIT', '241'],
    ['MAIL_RATE', '1.5'],
    ['SMTP_URL', 'smtp://user:100%@smtp.ln.example'],
    ['IMAP_URL', 'https://reply:word@imap.ln.example'],
    ['IMAP_URL', 'imaps://imap.ln.example'],
    ['IMAP_URL', 'imaps://reply@imap.ln.example'],
    ['IMAP_URL', 'imaps://reply:100%@imap.ln.example'],
    ['ARCHIVE_IMAP_URL', 'archive'],
    ['IMAP_INBOX', 'IN*'],
    ['DKIM_DOMAIN', 'ln example'],
  ])('%s=%j is refused in one sentence that names it', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).toMatch(/应为.*请改正/);
  });

  it.each<[string, Environment]>([
    ['DKIM_KEY_FILE', { DKIM_SELECTOR: 's' }],
    ['DKIM_SELECTOR', { DKIM_KEY_FILE: 'dkim.pem' }],
    ['ARCHIVE', { ARCHIVE_IMAP_URL: imap }],
    ['IMAP_HELD', { IMAP_URL: imap, IMAP_HELD: 'Processed' }],
    ['ARCHIVE_MAILBOX', { IMAP_URL: imap, ARCHIVE: 'archive@ln.example', ARCHIVE_MAILBOX: 'inbox' }],
  ])('%s is named where two settings do not fit', (name, environment) => {
    const problems = problemsOf(environment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it.each<[string, string, Environment]>([
    ['a key that is not there', '读不出来（没有这个文件）', { DKIM_SELECTOR: 's', DKIM_KEY_FILE: 'none.pem' }],
    ['a certificate for a key', '不是DKIM 私钥', { DKIM_SELECTOR: 's', DKIM_KEY_FILE: 'ca.pem' }],
    ['certificates that are not there', '读不出来（没有这个文件）', { MAIL_CA_FILE: 'none.pem' }],
    ['a key for certificates', '不是证书', { MAIL_CA_FILE: 'dkim.pem' }],
  ])('%s is refused', (_, said, environment) => {
    expect(problemsOf(environment)).toEqual([expect.stringContaining(said)]);
  });

  it('an archive that nobody looks into is warned about', () => {
    expect(readSettings({ ARCHIVE: 'archive@ln.example' }, office).warnings).toEqual([
      expect.stringContaining('ARCHIVE_IMAP_URL'),
    ]);
  });

  it('passwords are never repeated', () => {
    const problems = problemsOf({ IMAP_URL: 'imap//reply:hunter2@h', ARCHIVE_IMAP_URL: 'imaps://:hunter2%@h' });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('hunter2');
  });
});
