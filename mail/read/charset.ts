import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export interface Decoded {
  readonly text: string;
  /** No charset fitted all bytes: some characters are lost. */
  readonly doubtful: boolean;
}

/** One label for each family of names that mail programs use; every GB label means gb18030, its superset. */
export function charsetLabel(declared: string): string {
  const label = declared.replace(/["'\s]/g, '').toLowerCase();
  if (/^(x-|cs)?(gb|cp936|ms936|936$|windows-?936|euc-?cn|chinese|iso-ir-58)/.test(label)) return 'gb18030';
  if (/^(x-)?(big5|cp950|ms950|windows-?950)/.test(label)) return 'big5';
  if (/^(utf-?8|unicode-1-1-utf-8)/.test(label)) return 'utf-8';
  return label;
}

/** Bytes of unsure charset as text: UTF-8 where it fits, then the declared charset, then gb18030, then Big5, then with losses. */
export function decodeBytes(bytes: Buffer, declared = ''): Decoded {
  const label = charsetLabel(declared);
  const marked = /^(fffe|feff)/.exec(bytes.toString('hex', 0, 2));
  if (marked !== null) return sure(iconv.decode(bytes, 'utf-16'));
  if (label.startsWith('hz')) return sure(decodeHz(bytes));
  if (/^(x-)?(unicode-1-1-)?utf-?7$/.test(label)) return sure(iconv.decode(bytes, 'utf-7'));
  const shifts = /^(utf-?(16|32)|ucs-?2|iso-2022|hz)/.test(label);
  if (isSevenBit(bytes) && !shifts) return sure(bytes.toString('latin1'));
  if (isUtf8(bytes) && !shifts) return sure(bytes.toString('utf8').replace(/^\ufeff/, ''));
  const misnamed = isSingleByte(label) && looksLikeGb2312(bytes) ? 'gb18030' : label;
  for (const charset of [misnamed, 'gb18030', 'big5']) {
    const text = decodeStrictly(bytes, charset);
    if (text !== undefined) return sure(text);
  }
  return { text: leastLossy(bytes, label), doubtful: true };
}

function sure(text: string): Decoded {
  return { text, doubtful: false };
}

function isSevenBit(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80 && byte !== 0x1b);
}

function decodeStrictly(bytes: Buffer, charset: string): string | undefined {
  // us-ascii cannot hold eight bits, and iconv-lite would not say so; utf-8 was tried.
  if (/^((us-?)?ascii|utf-8|)$/.test(charset)) return undefined;
  const text = decodeAs(bytes, charset);
  return text === undefined || text.includes('\ufffd') ? undefined : text;
}

function decodeAs(bytes: Buffer, charset: string): string | undefined {
  if (/^(base64|hex|binary)/.test(charset)) return undefined;
  if (iconv.encodingExists(charset)) return iconv.decode(bytes, charset);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined; // a label nobody knows: the next charset is tried
  }
}

/** RFC 1843: seven-bit pairs of GB2312 between ~{ and ~}. */
function decodeHz(bytes: Buffer): string {
  const text = bytes.toString('latin1').replace(/~\r?\n/g, '');
  return text.replace(/~\{([^~\n]*)(?:~\}|(?=\n)|$)|~~/g, (whole, pairs?: string) =>
    pairs === undefined
      ? whole.slice(1)
      : iconv.decode(
          Buffer.from(pairs, 'latin1').map((byte) => byte | 0x80),
          'gb18030',
        ),
  );
}

function isSingleByte(label: string): boolean {
  return /^(iso-?8859-?1|latin-?1|windows-?1252|cp1252)$/.test(label);
}

// Western letters above 0x7f rarely stand side by side; Chinese text is nearly all pairs of them.
function looksLikeGb2312(bytes: Buffer): boolean {
  let pairs = 0;
  let others = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    if (lead >= 0xa1 && trail >= 0xa1) pairs += 1;
    else others += 1;
    at += 1;
  }
  return pairs >= 3 && others * 4 <= pairs;
}

function leastLossy(bytes: Buffer, label: string): string {
  const utf8 = bytes.toString('utf8');
  // gb18030 finds some character for almost any bytes; Han letters in UTF-8 do not come by chance.
  if ((utf8.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 >= losses(utf8)) return utf8;
  const tries = [utf8, decodeAs(bytes, label), iconv.decode(bytes, 'gb18030')];
  return tries.filter((text) => text !== undefined).reduce((best, text) => (losses(text) < losses(best) ? text : best));
}

function losses(text: string): number {
  return text.split('\ufffd').length - 1;
}
