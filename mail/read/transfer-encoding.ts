/** A part's bytes as they were before Content-Transfer-Encoding. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return decodeBase64(bytes);
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes);
  return bytes;
}

/** Padding amid the data, as joined pieces have it, and foreign signs are left out. */
function decodeBase64(bytes: Buffer): Buffer {
  const signs = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (base64Signs[byte] === 1) {
      signs[length] = byte;
      length += 1;
    }
  }
  return Buffer.from(signs.toString('latin1', 0, length), 'base64');
}

const base64Signs = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9+/]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** RFC 2045, 6.7: `=XX` is a byte, `=` at the end of a line joins it with the next; a broken escape stays as it is. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const softBreak = bytes[at] === 0x3d ? softBreakLength(bytes, at) : 0;
    const byte = bytes[at] === 0x3d ? hexByte(bytes, at + 1) : undefined;
    if (softBreak > 0) at += softBreak - 1;
    else {
      out[length] = byte ?? bytes[at] ?? 0;
      length += 1;
      if (byte !== undefined) at += 2;
    }
  }
  return out.subarray(0, length);
}

function softBreakLength(bytes: Buffer, at: number): number {
  let end = at + 1;
  while (end < bytes.length && end < at + 80 && (bytes[end] === 0x20 || bytes[end] === 0x09)) end += 1;
  if (bytes[end] === 0x0d && bytes[end + 1] === 0x0a) return end + 2 - at;
  return bytes[end] === 0x0a || end >= bytes.length ? end + 1 - at : 0;
}

function hexByte(bytes: Buffer, at: number): number | undefined {
  const [high, low] = [hexDigit(bytes[at]), hexDigit(bytes[at + 1])];
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function hexDigit(byte = 0): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : undefined;
}
