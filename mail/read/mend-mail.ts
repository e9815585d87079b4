import iconv from 'iconv-lite';

const headBytes = 64 * 1024;

/** A saved mail as it was on the wire: some programs write UTF-16, bare carriage returns or a mailbox's `From ` line. */
export function mendMail(raw: Buffer): Buffer {
  const bom = raw.length >= 2 ? raw.readUInt16BE(0) : 0;
  if (bom === 0xfffe || bom === 0xfeff) return iconv.encode(iconv.decode(raw, 'utf-16'), 'utf-8');
  const marked = raw.subarray(0, 3).toString('hex') === 'efbbbf' ? raw.subarray(3) : raw;
  const head = marked.subarray(0, headBytes);
  if (head.includes(0x0a) || !head.includes(0x0d)) return withoutBlankLead(marked);
  return Buffer.from(marked.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}

function withoutBlankLead(raw: Buffer): Buffer {
  let start = 0;
  while (start < headBytes && (raw[start] === 0x0a || raw[start] === 0x0d)) start += 1;
  return start === 0 ? raw : raw.subarray(start);
}

/** A multipart mail that names no boundary, or not the one it uses: the one that its body uses, or none at all. */
export function mendStructure(raw: Buffer): Buffer | undefined {
  const text = raw.subarray(0, 512 * 1024).toString('latin1');
  const gap = /\r?\n\r?\n/.exec(text);
  if (gap === null) return undefined;
  const used = /^--([^\s-][^\r\n]{0,80}?)[ \t]*\r?\ncontent-/im.exec(text.slice(gap.index))?.[1]?.replaceAll('"', '');
  const head = text.slice(0, gap.index).replace(/^content-type:[^\n]*(?:\n[ \t][^\n]*)*/gim, 'X-Broken-Type: removed');
  const type = used === undefined ? 'text/plain' : `multipart/mixed; boundary="${used}"`;
  return Buffer.concat([Buffer.from(`${head}\r\nContent-Type: ${type}`, 'latin1'), raw.subarray(gap.index)]);
}
