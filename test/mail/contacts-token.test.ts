import { describe, expect, it } from '@jest/globals';
import { contactsToken, readContactsToken } from '../../mail/contacts-token.js';
import { linkToken, readLinkToken } from '../../mail/link-token.js';

const secret = 'a secret of the office';
const claims = { campaign: 'demo', party: 'gxt', holder: 17, until: '2026-05-08T09:00:00.000Z' };

describe('links to the contacts page', () => {
  it('carry their claims', () => {
    expect(readContactsToken(contactsToken(claims, secret), secret)).toEqual(claims);
  });

  it('open no answer form, and a form’s open no contacts', () => {
    expect(readLinkToken(contactsToken(claims, secret), secret)).toBeUndefined();
    const form = linkToken({ campaign: 'demo', round: '2026-2', party: 'gxt' }, secret);
    expect(readContactsToken(form, secret)).toBeUndefined();
  });

  it('are worth nothing with another holder under the seal', () => {
    const seal = contactsToken(claims, secret).split('.')[1];
    const forged = Buffer.from(JSON.stringify(['demo', 'gxt', 18, claims.until])).toString('base64url');
    expect(readContactsToken(`${forged}.${seal}`, secret)).toBeUndefined();
  });

  it.each(['', '.', 'a.b', contactsToken(claims, 'another secret')])('refuses %s', (token) =>
    expect(readContactsToken(token, secret)).toBeUndefined(),
  );
});
