import { refused } from '../sheet-refused.js';
import { limits } from './limits.js';

/** One entry of a zip file by its central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly deflated: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header starts. */
  readonly at: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;

const damaged = (what: string) => refused('damaged', `文件不完整或已损坏（${what}）`, '请重新保存或重新发送原文件');

/** The entries of a zip file. A reader that trusts local headers sees the same ones: `checkEntries` compares them. */
export function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const [size, start] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  if (bytes.readUInt32LE(end + 4) !== 0 || count !== bytes.readUInt16LE(end + 8)) throw damaged('分卷压缩');
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) throw damaged('zip64 格式');
  if (count > limits.entries) throw refused('bomb', `文件里有 ${count} 个部件，超过 ${limits.entries} 个`);
  if (start + size > end) throw damaged('目录越界');
  const entries: ZipEntry[] = [];
  for (let at = start; entries.length < count; at += entryLength(bytes, at)) {
    entries.push(readEntry(bytes, at, start + size));
  }
  return entries;
}

/** The end record closes the file: anything behind its comment would be a second archive for another reader. */
function endRecord(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= first; at -= 1) {
    const closes = bytes.readUInt32LE(at) === endSignature && at + endLength + bytes.readUInt16LE(at + 20);
    if (closes === bytes.length) return at;
  }
  throw damaged('没有结尾记录');
}

const entryLength = (bytes: Buffer, at: number): number =>
  46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);

function readEntry(bytes: Buffer, at: number, end: number): ZipEntry {
  if (at + 46 > end || bytes.readUInt32LE(at) !== centralSignature) throw damaged('目录项');
  if (at + entryLength(bytes, at) > end) throw damaged('目录项越界');
  const method = bytes.readUInt16LE(at + 10);
  if ((bytes.readUInt16LE(at + 8) & 0x41) !== 0) throw refused('encrypted', '文件加了密码', '请取消密码后另存为 .xlsx');
  if (method !== 0 && method !== 8) throw damaged(`压缩方法 ${method}`);
  return {
    name: bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    deflated: method === 8,
    crc: bytes.readUInt32LE(at + 16),
    packedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  };
}
