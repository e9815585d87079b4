import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { certificateFinding } from '../../../bin/doctor/certificate-finding.js';
import { relayFindings } from '../../../bin/doctor/check-relay.js';
import { doctorWords } from '../../../bin/doctor/words/doctor-words.js';
import { readSettings } from '../../../config/settings.js';
import { visitRelay } from '../../../mail/visit/visit-relay.js';
import { makeCertificates, type Certificates } from '../../mail/certificates.js';
import { startRelay, startSilent, type TrialServer } from '../../mail/trial-servers.js';
import { lines } from './findings.js';

let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.close());

const servers: TrialServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
const started = async (server: Promise<TrialServer>): Promise<number> => {
  servers.push(await server);
  return (await server).port;
};

const now = new Date('2026-11-26T04:00:00Z');
const findings = async (url: string, more: Record<string, string> = {}) =>
  lines(await relayFindings(readSettings({ SMTP_URL: url, ...more }, '/nowhere').mail, now, doctorWords.zh));
const trusting = () => ({ MAIL_CA_FILE: certificates.caFile });

describe('a relay', () => {
  it('with a certificate of the office’s authority is sound', async () => {
    const port = await started(startRelay({ tls: certificates.valid, sizeLimit: 50 * 1024 * 1024 }));
    expect(await findings(`smtps://zqb:p%40ss@localhost:${port}`, trusting())).toEqual([
      `good localhost:${port} 登录成功，连接加密`,
      'good 证书有效期到 2099-01-01',
      'good 单封至多 50 MB',
      'good 支持 8BITMIME',
    ]);
  });

  it('that nobody vouches for is refused', async () => {
    const port = await started(startRelay({ tls: certificates.valid }));
    expect(await findings(`smtps://zqb:p%40ss@localhost:${port}`)).toEqual([
      expect.stringMatching(/^broken .*证书由不受信任的机构签发：请用 MAIL_CA_FILE/),
    ]);
  });

  it('whose certificate is long past is refused', async () => {
    const port = await started(startRelay({ tls: certificates.expired }));
    expect(await findings(`smtps://zqb:p%40ss@localhost:${port}`, trusting())).toEqual([
      expect.stringMatching(/^broken 发信服务器（SMTP_URL）的证书已过期/),
    ]);
  });

  it('that takes passwords in the open is told of', async () => {
    const port = await started(startRelay({ sizeLimit: 1024 * 1024 }));
    const found = await findings(`smtp://zqb:p%40ss@127.0.0.1:${port}`);
    expect(found[0]).toMatch(/^hint .*没有加密 → 口令以明文/);
    expect(found[1]).toMatch(/^hint 单封至多 1 MB/);
  });

  it('that refuses the password is broken, and the password is not shown', async () => {
    const port = await started(startRelay());
    const found = await findings(`smtp://zqb:hunter2@127.0.0.1:${port}`);
    expect(found).toEqual([expect.stringMatching(/^broken 发信服务器不接受 SMTP_URL 中的用户或口令.*5\.7\.8/)]);
    expect(found.join()).not.toContain('hunter2');
  });

  it('without a user is only connected to', async () => {
    const port = await started(startRelay());
    expect((await findings(`smtp://127.0.0.1:${port}`))[0]).toContain('未登录');
  });

  it('where nobody listens is broken', async () => {
    expect(await findings('smtp://127.0.0.1:9')).toEqual([expect.stringMatching(/^broken .*连不上：拒绝连接/)]);
  });

  it('that says nothing is given up', async () => {
    const port = await started(startSilent());
    await expect(visitRelay({ url: `smtp://127.0.0.1:${port}`, silenceMs: 200 })).rejects.toThrow(/Greeting|Timeout/);
  });

  it('that is not set is a hint', async () => {
    expect(lines(await relayFindings(readSettings({}).mail, now, doctorWords.zh))).toEqual([
      expect.stringMatching(/^hint 没有设 SMTP_URL/),
    ]);
  });
});

describe('a certificate', () => {
  it.each([
    ['2026-12-26T05:00:00Z', 'good'],
    ['2026-12-25T05:00:00Z', 'hint'],
  ])('until %s is %s', (until, verdict) => {
    expect(certificateFinding(new Date(until), now, doctorWords.zh).verdict).toBe(verdict);
  });
});
