import { documentRefused } from '../document-refused.js';
import { limits } from './limits.js';

/** One file of a zip as its directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly stored: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly localAt: number;
}

const broken = (what: string) => documentRefused(`不是完整的 Word 文档（${what}）`);

/** The central directory, read by APPNOTE.TXT 4.3.12; whatever a plain .docx never has is refused. */
export function readDirectory(bytes: Buffer): readonly ZipEntry[] {
  const end = endRecord(bytes);
  const [count, size, start] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  if (bytes.readUInt32LE(end + 4) !== 0 || count !== bytes.readUInt16LE(end + 8)) throw broken('分卷压缩');
  if (count === 0xffff || start === 0xffffffff || start + size > end) throw broken('目录越界');
  if (count > limits.entries) throw documentRefused(`内含 ${count} 个部件，应不超过 ${limits.entries} 个`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw broken('目录残缺');
    entries.push(entryAt(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endRecord(bytes: Buffer): number {
  // Encrypted documents and the old .doc are OLE files.
  if (bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    throw documentRefused('文件加了密码，或是旧的 .doc 格式', '请去掉密码，另存为 .docx 后再交');
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50) throw documentRefused('不是 Word 文档（.docx）');
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50 && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw broken('没有目录');
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  if ((flags & 0x41) !== 0) throw documentRefused('文件加了密码', '请去掉密码后再交');
  if (method !== 0 && method !== 8) throw broken('压缩方式不认识');
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    stored: method === 0,
    packedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    localAt: bytes.readUInt32LE(at + 42),
  };
}
