import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { authenticate } from '../../mail/judge/authentication.js';
import { readAuthenticationResults } from '../../mail/judge/authentication-results.js';
import { readMail } from '../../mail/read/read-mail.js';
import { rawMail } from './raw-mail.js';

const id = 'mx.zqb.example';
const entry =
  'Received: from mail.gxt.example (mail.gxt.example [203.0.113.9]) by mx.zqb.example (Postfix) with ESMTPS; Fri, 20 Feb 2026';
const sendersHop =
  'Received: from pc (unknown [10.0.0.5]) by mail.gxt.example (Postfix) with ESMTPSA; Fri, 20 Feb 2026';
const results = (said: string, writer = id) => `Authentication-Results: ${writer}; ${said}`;
const pass = results('dmarc=pass (p=reject) header.from=gxt.example');
const fail = results('dmarc=fail (p=none) header.from=gxt.example');

const read = (lines: readonly string[]) =>
  readMail(rawMail([...lines, 'From: <li@gxt.example>', 'Subject: x'], '任务1：序时推进'));
const found = async (lines: readonly string[]) => authenticate(await read(lines), id);

describe('findings of our own server', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['above the line that took the mail in', [pass, entry, sendersHop], 'pass'],
    ['between the hop into the mailbox and that line', ['Received: from mx.zqb.example by mx.zqb.example with LMTP id x; Fri', fail, entry], 'fail'],
    ['below a hop from the same machine', ['Received: from localhost (localhost [127.0.0.1]) by mx.zqb.example (Postfix); Fri', fail, entry], 'fail'],
    ['handed on by the server that checks', ['Received: from mx.zqb.example (mx.zqb.example [10.1.1.1]) by store.zqb.example (Postfix); Fri', pass, entry], 'pass'],
    ['in two fields', [results('dmarc=fail header.from=gxt.example'), results('dkim=fail header.d=gxt.example; spf=fail'), entry], 'fail'],
    ['folded, commented and in capitals', ['Authentication-Results: (it is) MX.zqb.example (us) 1;\r\n\tDMARC = Pass (a \\) b (c)) header.from=GXT.example', entry], 'pass'],
    ['with its name quoted', [results('dmarc=pass header.from=gxt.example', `"${id}"`), entry], 'pass'],
    ['of a subdomain', [results('dkim=pass header.d=mail.gxt.example'), entry], 'pass'],
    ['without DMARC, both others failed', [results('spf=softfail smtp.mailfrom=li@gxt.example; dkim=fail header.d=gxt.example'), entry], 'fail'],
    ['without DMARC, a signature of theirs holds', [results('spf=fail smtp.mailfrom=li@gxt.example; dkim=pass header.d=gxt.example'), entry], 'pass'],
    ['without DMARC, one alone failed', [results('spf=fail smtp.mailfrom=li@gxt.example; dkim=none'), entry], 'unknown'],
    ['that failed for a forwarder’s domain', [results('spf=fail smtp.mailfrom=x@list.example; dkim=fail header.d=list.example'), entry], 'unknown'],
    ['of another address than the one in From', [results('dmarc=pass header.from=evil.example'), entry], 'unknown'],
    ['that came to nothing', [results('none'), entry], 'unknown'],
    ['below that line, as filters of Postfix write them', [entry, pass, sendersHop], 'pass'],
    ['below that line in two fields, DMARC first', [entry, pass, results('spf=pass smtp.mailfrom=gxt.example')], 'pass'],
    ['below that line in two fields without DMARC', [entry, results('spf=fail smtp.mailfrom=gxt.example'), results('dkim=fail header.d=gxt.example')], 'fail'],
    ['below that line, against the sender', [entry, fail], 'fail'],
    ['of a mail from the same machine', [pass, 'Received: by mx.zqb.example (Postfix, from userid 1000); Fri'], 'pass'],
    ['without any Received line', [pass], undefined],
  ])('%s', async (_name, lines, verdict) => {
    expect((await found(lines))?.verdict).toBe(verdict);
  }); // prettier-ignore
});

describe('what a sender wrote himself', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['a finding below ours', [fail, entry, pass], 'fail'],
    ['the same name in capitals below ours', [fail, entry, results('dmarc=pass', 'MX.ZQB.EXAMPLE')], 'fail'],
    ['a finding next to ours', [entry, fail, pass], 'fail'],
    ['a pass below a field that says nothing', [entry, results('spf=none'), pass], 'unknown'],
    ['a signature below a failure of SPF', [entry, results('spf=fail smtp.mailfrom=gxt.example'), results('dkim=pass header.d=gxt.example')], 'unknown'],
    ['a finding behind a hop of his', [entry, sendersHop, pass], undefined],
    ['a greeting with our name', ['Received: from mx.zqb.example (unknown [203.0.113.9]) by mx.zqb.example (Postfix); Fri', fail, pass, sendersHop], 'fail'],
    ['a greeting with our own address', ['Received: from [127.0.0.1] (unknown [203.0.113.9]) by mx.zqb.example (Postfix); Fri', fail, entry, pass], 'fail'],
    ['a greeting with a protocol', ['Received: from lmtp (helo with LMTP [203.0.113.9]) by mx.zqb.example (Postfix) with ESMTP; Fri', fail, entry, pass], 'fail'],
    ['a finding of another server above', [results('dmarc=pass', 'mx.evil.example'), entry, sendersHop], undefined],
    ['our name as a comment', ['Authentication-Results: mx.evil.example (mx.zqb.example); dmarc=pass', entry], undefined],
    ['our name behind another', ['Authentication-Results: mx.evil.example mx.zqb.example; dmarc=pass', entry], undefined],
    ['a verdict within a quoted address', [results('spf=fail smtp.mailfrom="x; dmarc=pass header.from=gxt.example"@gxt.example; dkim=fail header.d=gxt.example'), entry], 'fail'],
    ['a verdict within a comment', [results('dmarc=fail (x; dmarc=pass) header.from=gxt.example'), entry], 'fail'],
    ['a verdict behind ours', [results('dmarc=fail header.from=gxt.example; dmarc=pass header.from=gxt.example'), entry], 'fail'],
    ['a comment without end', [results('dmarc=pass (header.from=gxt.example'), entry], undefined],
    ['a verdict as an encoded word', [results('spf=fail smtp.mailfrom==?utf-8?Q?x;_dmarc=3Dpass?=@gxt.example; dkim=fail header.d=gxt.example'), entry], 'unknown'],
  ])('%s proves nothing for him', async (_name, lines, verdict) => {
    expect((await found(lines))?.verdict).toBe(verdict);
  }); // prettier-ignore

  it('is nothing while our server has no name', async () => {
    expect(authenticate(await read([pass, entry]), undefined)).toBeUndefined();
  });

  it('says what was found', async () => {
    expect((await found([fail, entry]))?.finding).toBe('本单位邮件服务器验证发件人未通过（dmarc=fail），可能系冒用');
    expect((await found([pass, entry]))?.finding).toBe('本单位邮件服务器已验证发件人（dmarc=pass）');
    expect((await found([entry, results('none')]))?.finding).toBe('本单位邮件服务器未能验证发件人（没有结果）');
  });
});

describe('a field of any shape', () => {
  it('is read in good time and never throws', () => {
    const pieces = fc.constantFrom('(', ')', '"', '\\', ';', '=', ' ', 'dmarc', 'pass', '.', 'mx', '\r\n\t', '/1');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 400 }).map((all) => all.join('')),
        ),
        (value) => {
          const said = readAuthenticationResults(value);
          expect(said === undefined || said.authservId.length > 0).toBe(true);
        },
      ),
      { numRuns: 5000, examples: [['""'], ['"" ;dmarc=pass']] },
    );
  });

  it('written by the grammar is read back', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const method = fc.record({
      method: word,
      result: word,
      property: word,
      value: fc.stringMatching(/^[a-z0-9.@-]{1,12}$/),
    });
    fc.assert(
      fc.property(word, fc.array(method, { maxLength: 5 }), (name, methods) => {
        const text = [
          name,
          ...methods.map((one) => `${one.method}=${one.result} (c) header.${one.property}=${one.value}`),
        ].join(';\r\n\t');
        const said = readAuthenticationResults(text);
        expect(said?.authservId).toBe(name);
        expect(said?.results.map(({ method: of, result, properties }) => [of, result, [...properties]])).toEqual(
          methods.map((one) => [one.method, one.result, [[`header.${one.property}`, one.value]]]),
        );
      }),
    );
  });
});
