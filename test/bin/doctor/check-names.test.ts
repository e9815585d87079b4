import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameFindings, type LookUp } from '../../../bin/doctor/check-names.js';
import { doctorWords } from '../../../bin/doctor/words/doctor-words.js';
import type { MailSettings } from '../../../config/mail-settings.js';
import { readSettings } from '../../../config/settings.js';
import { lines, verdicts } from './findings.js';

let folder = '';
let rsa: KeyObject;
let ed: KeyObject;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dkim-'));
  rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  ed = generateKeyPairSync('ed25519').privateKey;
  for (const [name, key] of Object.entries({ rsa, ed })) {
    writeFileSync(join(folder, `${name}.pem`), key.export({ type: 'pkcs8', format: 'pem' }));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const office = (more: Record<string, string> = {}): MailSettings =>
  readSettings(
    {
      SMTP_URL: 'smtps://smtp.ln.example',
      MAIL_DOMAIN: 'reply.ln.example',
      MAIL_FROM: '省质强办 <zqb@ln.example>',
      WEB_PUBLIC_URL: 'https://diaodu.ln.example',
      ...more,
    },
    folder,
  ).mail;

/** Name servers that know these texts and mail exchanges. */
const knowing = (texts: Record<string, string[]>, exchanges: Record<string, string> = {}): LookUp => ({
  resolveTxt: async (name: string) => {
    const found = texts[name];
    if (found === undefined) throw Object.assign(new Error('queryTxt ENOTFOUND'), { code: 'ENOTFOUND' });
    return [['unrelated'], found];
  },
  resolveMx: async (name: string) => {
    const exchange = exchanges[name];
    return exchange === undefined ? [] : [{ exchange, priority: 10 }];
  },
});

const publicKey = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });
const dkim = (keyFile: string) => office({ DKIM_SELECTOR: 's1', DKIM_KEY_FILE: keyFile });
const signed = (text: string[]) => knowing({ 's1._domainkey.ln.example': text });

describe('name servers', () => {
  it('that know everything leave nothing to do', async () => {
    const texts = { 'reply.ln.example': ['v=spf1 ip4:192.0.2.1 -all'], '_dmarc.ln.example': ['v=DMARC1; p=none'] };
    const findings = await nameFindings(
      office(),
      doctorWords.zh,
      knowing(texts, { 'reply.ln.example': 'mx.ln.example' }),
    );
    expect(lines(findings)).toEqual([
      'good reply.ln.example 的信送往 mx.ln.example',
      expect.stringContaining('v=spf1'),
      expect.stringContaining('v=DMARC1'),
    ]);
    expect(verdicts(findings)).toEqual(['good', 'good', 'good']);
  });

  it('that know nothing are hints and never a failure', async () => {
    expect(verdicts(await nameFindings(dkim('rsa.pem'), doctorWords.zh, knowing({})))).toEqual([
      'hint',
      'hint',
      'hint',
      'hint',
    ]);
  });

  it('are not asked while letters stay here', async () => {
    expect(verdicts(await nameFindings(readSettings({}).mail, doctorWords.zh, knowing({})))).toEqual(['good']);
  });

  it('publish the other half of an RSA key, in pieces', async () => {
    const half = publicKey(rsa).toString('base64');
    const findings = await nameFindings(
      dkim('rsa.pem'),
      doctorWords.zh,
      signed([`v=DKIM1; k=rsa; p=${half.slice(0, 200)}`, half.slice(200)]),
    );
    expect(lines(findings).at(-1)).toMatch(/^good .*相符/);
  });

  it('publish the 32 bytes of an ed25519 key', async () => {
    const half = publicKey(ed).subarray(-32).toString('base64');
    const findings = await nameFindings(dkim('ed.pem'), doctorWords.zh, signed([`v=DKIM1; k=ed25519; p=${half}`]));
    expect(lines(findings).at(-1)).toMatch(/^good .*相符/);
  });

  it('that publish another key are told of, with the right one', async () => {
    const findings = await nameFindings(dkim('rsa.pem'), doctorWords.zh, signed(['v=DKIM1; p=MIIBother']));
    expect(lines(findings).at(-1)).toMatch(/^hint .*不相符/);
    expect(lines(findings).at(-1)).toContain(publicKey(rsa).toString('base64'));
  });
});
