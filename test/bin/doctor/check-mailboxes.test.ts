import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { archiveCheck, inboxCheck } from '../../../bin/doctor/check-mailboxes.js';
import type { Check } from '../../../bin/doctor/check.js';
import { doctorWords } from '../../../bin/doctor/words/doctor-words.js';
import { readSettings } from '../../../config/settings.js';
import { makeCertificates, type Certificates } from '../../mail/certificates.js';
import { openDovecot, type Dovecot } from '../../mail/dovecot.js';
import { lines } from './findings.js';

let certificates: Certificates;
let dovecot: Dovecot;
beforeAll(async () => {
  certificates = makeCertificates();
  dovecot = await openDovecot({ tls: certificates.valid });
});
afterAll(async () => {
  await dovecot.close();
  certificates.close();
});

const find = async (check: Check, environment: Record<string, string>) => {
  const settings = readSettings({ MAIL_CA_FILE: certificates.caFile, ...environment }, '/nowhere');
  return lines(
    await check.examine({ settings, isUp: false, now: () => new Date('2026-11-26T04:00:00Z'), words: doctorWords.zh }),
  );
};

describe('the mailbox', () => {
  it('that is sound has its inbox, the others are made later', async () => {
    expect(await find(inboxCheck, { IMAP_URL: dovecot.tlsUrl() })).toEqual([
      expect.stringMatching(/^good localhost:\d+ 登录成功，连接加密/),
      'good 证书有效期到 2099-01-01',
      'good 文件夹齐全：INBOX',
      'good 首次取信时建立：Processed、Held',
      expect.stringMatching(/^hint 没有设 MAIL_AUTHSERV_ID/),
    ]);
  });

  it('names who writes the findings on its mails', async () => {
    const head = 'Received: from a by mx.zqb.example; x\r\nFrom: a@gxt.example\r\nSubject: x\r\n\r\nx\r\n';
    await dovecot.deliver(`Authentication-Results: mx.zqb.example; dmarc=pass\r\n${head}`);
    await dovecot.deliver(head);
    const url = { IMAP_URL: dovecot.tlsUrl() };
    expect((await find(inboxCheck, url)).at(-1)).toMatch(
      /^hint 没有设 MAIL_AUTHSERV_ID.*2封来信中有1封写着“mx\.zqb\.example”.*设 MAIL_AUTHSERV_ID=mx\.zqb\.example/,
    );
    expect((await find(inboxCheck, { ...url, MAIL_AUTHSERV_ID: 'MX.zqb.example' })).at(-1)).toMatch(
      /^good .*近来2封中有1封/,
    );
    expect((await find(inboxCheck, { ...url, MAIL_AUTHSERV_ID: 'other.example' })).at(-1)).toMatch(
      /^hint 近来2封来信都没有/,
    );
  });

  it('without the named inbox is broken', async () => {
    const found = await find(inboxCheck, { IMAP_URL: dovecot.tlsUrl(), IMAP_INBOX: '来信' });
    expect(found).toContainEqual(expect.stringMatching(/^broken 没有文件夹“来信”/));
  });

  it('that refuses the password is broken', async () => {
    const found = await find(inboxCheck, { IMAP_URL: dovecot.tlsUrl('reply', 'hunter2') });
    expect(found).toEqual([expect.stringMatching(/^broken 收信服务器不接受 IMAP_URL 中的用户或口令/)]);
    expect(found.join()).not.toContain('hunter2');
  });

  it('where nobody listens is broken', async () => {
    const found = await find(inboxCheck, { IMAP_URL: 'imap://reply:word@127.0.0.1:9' });
    expect(found).toEqual([expect.stringMatching(/^broken .*IMAP_URL.*连不上：拒绝连接/)]);
  });
});

describe('the archive', () => {
  it('is looked for in its account', async () => {
    const archive = { ARCHIVE: 'archive@ln.example', ARCHIVE_IMAP_URL: dovecot.tlsUrl('archive') };
    expect(await find(archiveCheck, archive)).toContainEqual('good 文件夹齐全：INBOX');
    const missing = await find(archiveCheck, { ...archive, ARCHIVE_MAILBOX: '存档' });
    expect(missing).toContainEqual(expect.stringMatching(/^broken 没有文件夹“存档”/));
  });

  it('that nobody can look into is a hint', async () => {
    expect(await find(archiveCheck, { ARCHIVE: 'archive@ln.example' })).toEqual([
      expect.stringMatching(/^hint .*只送不查/),
    ]);
  });
});
