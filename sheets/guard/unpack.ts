import { crc32, inflateRawSync } from 'node:zlib';
import { refused } from '../sheet-refused.js';
import type { ZipEntry } from './zip-directory.js';

const localSignature = 0x04034b50;
const localLength = 30;

const damaged = (what: string, cause?: unknown) =>
  Object.assign(refused('damaged', `文件不完整或已损坏（${what}）`, '请重新保存或重新发送原文件'), { cause });

/** Where the packed bytes of an entry lie; its local header must tell the same story as the directory. */
export interface Span {
  readonly entry: ZipEntry;
  readonly start: number;
  readonly end: number;
}

/** Every entry's span: none may overlap another, and the first starts the file. */
export function spansOf(bytes: Buffer, entries: readonly ZipEntry[]): Span[] {
  const spans = entries.map((entry) => spanOf(bytes, entry)).toSorted((a, b) => a.entry.at - b.entry.at);
  let free = 0;
  for (const { entry, end } of spans) {
    if (entry.at < free) throw refused('bomb', '文件里的部件互相重叠');
    free = end;
  }
  if (spans[0]?.entry.at !== 0) throw damaged('开头有多余内容');
  return spans;
}

function spanOf(bytes: Buffer, entry: ZipEntry): Span {
  const { at, name } = entry;
  if (at + localLength > bytes.length || bytes.readUInt32LE(at) !== localSignature) throw damaged('部件头');
  const nameEnd = at + localLength + bytes.readUInt16LE(at + 26);
  const start = nameEnd + bytes.readUInt16LE(at + 28);
  const end = start + entry.packedBytes;
  if (end > bytes.length) throw damaged('部件越界');
  if (bytes.toString('latin1', at + localLength, nameEnd) !== name)
    throw refused('names', '文件里有部件的名称前后不一');
  const method = bytes.readUInt16LE(at + 8);
  if ((method === 8) !== entry.deflated || (method !== 8 && method !== 0)) throw damaged('部件的压缩方法前后不一');
  return { entry, start, end };
}

/** The content of one entry, never longer than it declared. */
export function unpack(bytes: Buffer, { entry, start, end }: Span): Buffer {
  const packed = bytes.subarray(start, end);
  const content = entry.deflated ? inflated(packed, entry) : packed;
  if (content.length !== entry.bytes) throw damaged('部件大小不符');
  if (crc32(content) !== entry.crc) throw damaged('校验和不符');
  return content;
}

function inflated(packed: Buffer, { bytes }: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (error) {
    throw damaged('部件解不开', error);
  }
}
