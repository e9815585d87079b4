import { createHmac, timingSafeEqual } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 60 bits name a letter, 80 bits vouch for it; `bounce+` and both stay far below a local part's 64 characters. */
const letterLength = 12;
const macLength = 16;
const replyPattern = /(?<![a-z2-7])[a-z2-7]{28}(?![a-z2-7])/g;

/** Lower-case base32, because relays fold the case of local parts. */
const base32 = (bytes: Buffer, length: number): string => {
  let signs = '';
  for (let sign = 0; sign < length; sign += 1) {
    const bit = sign * 5;
    const sixteen = bytes.readUInt16BE(bit >> 3);
    signs += alphabet[(sixteen >> (11 - (bit & 7))) & 31];
  }
  return signs;
};

const mac = (purpose: string, text: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Names a letter by its key: a run after a crash makes the same one. */
export const letterToken = (key: string, secret: string): string => base32(mac('letter', key, secret), letterLength);

export const letterMessageId = (key: string, secret: string, domain: string): string =>
  `<${base32(mac('message-id', key, secret), 24)}@${domain}>`;

const replyMac = (letter: string, secret: string): string => base32(mac('reply', letter, secret), macLength);

/** What goes into `reply+…@` and `bounce+…@`: 28 characters that survive any relay. */
export const replyToken = (letter: string, secret: string): string => `${letter}${replyMac(letter, secret)}`;

export const replyAddress = (letter: string, secret: string, domain: string): string =>
  `reply+${replyToken(letter, secret)}@${domain}`;

/** Our envelope sender (VERP): a bounce names its letter whatever its text looks like. */
export const bounceAddress = (letter: string, secret: string, domain: string): string =>
  `bounce+${replyToken(letter, secret)}@${domain}`;

/** The letter token of the first genuine reply token in an address or text. */
export const readToken = (text: string, secret: string): string | undefined => {
  for (const [token] of text.toLowerCase().matchAll(replyPattern)) {
    const letter = token.slice(0, letterLength);
    if (same(token.slice(letterLength), replyMac(letter, secret))) return letter;
  }
  return undefined;
};

/** Names a trial letter of ours in its Message-ID; `name` is any letters and digits of the alphabet. */
export const trialToken = (name: string, secret: string): string =>
  `${name}${base32(mac('trial', name, secret), macLength)}`;

/** Whether a text names a trial letter that was made with this secret. */
export const namesTrial = (text: string, secret: string): boolean =>
  [...text.toLowerCase().matchAll(/<trial-([a-z2-7]{28})@/g)].some(([, token = '']) =>
    same(token, trialToken(token.slice(0, letterLength), secret)),
  );

/** Printed at the end of a subject. Without a mac: good only together with a known sender. */
export const subjectTag = (letter: string): string => `〔${letter}〕`;

export const readSubjectTag = (subject: string): string | undefined =>
  /〔\s*([a-z2-7]{12})\s*〕/.exec(subject.toLowerCase())?.[1];
