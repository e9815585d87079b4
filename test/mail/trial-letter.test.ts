import { describe, expect, it } from '@jest/globals';
import { composeTrial, isTrial } from '../../mail/trial/trial-letter.js';
import { replyAddress } from '../../mail/token.js';

const secret = 'the secret of this office and no other';
const plan = {
  name: 'any name',
  secret,
  domain: 'reply.ln.example',
  from: '省质强办 <zqb@ln.example>',
  date: '2026-11-26T04:00:00Z',
  subject: '测试信',
  lines: ['这是一封测试信。'],
};
const report = (type: string, messageId: string) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      `Content-Type: ${type}`,
      '',
      '--x',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '--x--',
      '',
    ].join('\r\n'),
  );

describe('a trial letter', () => {
  it('goes where a reply to a letter would go', async () => {
    const { raw, envelope, to, token } = await composeTrial(plan);
    expect(to).toBe(replyAddress(token, secret, 'reply.ln.example'));
    expect(envelope.to).toEqual([to]);
    expect(raw.toString()).toMatch(/^From: =\?UTF-8\?[^\n]*<zqb@ln\.example>\r$/m);
  });

  it('is known by its own office alone', async () => {
    const { raw } = await composeTrial(plan);
    expect(isTrial(raw, secret)).toBe(true);
    expect(isTrial(raw, 'another secret')).toBe(false);
  });

  it('is known in a server’s report', async () => {
    const { messageId } = await composeTrial(plan);
    expect(isTrial(report('multipart/report; boundary=x', messageId), secret)).toBe(true);
    expect(isTrial(report('multipart/report; boundary=x', '<letter@ln.example>'), secret)).toBe(false);
  });

  it('is not what a person says of it', async () => {
    const { messageId, raw } = await composeTrial(plan);
    const reply = `From: <zhang@ln.example>\r\nIn-Reply-To: ${messageId}\r\nMessage-ID: <r@ln.example>\r\n\r\n已完成。`;
    expect(isTrial(Buffer.from(reply), secret)).toBe(false);
    expect(isTrial(report('multipart/mixed; boundary=x', messageId), secret)).toBe(false);
    expect(isTrial(Buffer.concat([Buffer.from('Subject: Fwd\r\n\r\n'), raw]), secret)).toBe(false);
  });
});
