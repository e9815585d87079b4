/** A part's bytes as they were before Content-Transfer-Encoding. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(bytes.toString('latin1').replace(/[^A-Za-z0-9+/]/g, ''), 'base64');
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes);
  return bytes;
}

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
  const pair = bytes.toString('latin1', at, at + 2);
  return /^[0-9A-Fa-f]{2}$/.test(pair) ? Number.parseInt(pair, 16) : undefined;
}
