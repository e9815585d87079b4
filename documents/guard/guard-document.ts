import { inflateRawSync } from 'node:zlib';
import { documentRefused } from '../document-refused.js';
import { limits } from './limits.js';
import { readDirectory, type ZipEntry } from './zip-directory.js';

/** The parts that words are read from; all others are left in the file unopened. */
const needed = /^(\[Content_Types\]\.xml|word\/(document|comments|footnotes|endnotes)\.xml|docProps\/custom\.xml)$/;
/** Parts that can act, reach outside, or hide another document. */
const active =
  /vbaProject|vbaData|activeX|ctrlProps|embeddings|oleObject|webextension|attachedToolbars|customUI|afchunk|\.(bin|exe|dll|js|vbs|html?|mht|rtf|docx?)$/i;
const harmless = /^word\/printerSettings\/[\w.-]+\.bin$/i;

export type Parts = ReadonlyMap<string, string>;

/**
 * The parts of a document that are safe to read. Works on the zip directory first, then unpacks with hard caps, then
 * looks into the XML; refuses before any parser has seen a byte.
 */
export function guardDocument(bytes: Buffer, atMost: number = limits.fileBytes): Parts {
  if (bytes.length > atMost) throw documentRefused(`文件有 ${bytes.length} 字节，应不超过 ${atMost} 字节`);
  const entries = readDirectory(bytes);
  checkEntries(entries);
  const parts = new Map(
    entries.filter(({ name }) => needed.test(name)).map((entry) => [entry.name, unpack(bytes, entry)]),
  );
  checkKind(parts.get('[Content_Types].xml') ?? '');
  if (!parts.has('word/document.xml')) throw documentRefused('压缩包里没有 Word 正文');
  for (const text of parts.values()) checkXml(text);
  return parts;
}

function checkEntries(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  for (const { name, bytes, packedBytes } of entries) {
    const folded = name.toLowerCase();
    if (!/^[\x20-\x7e]{1,250}$|^[^\p{Cc}]{1,250}$/u.test(name) || /\\|^\/|(^|\/)\.\.?(\/|$)|^[a-z]:/i.test(name))
      throw documentRefused('内有名称不正常的部件');
    if (names.has(folded)) throw documentRefused(`内有两个同名的部件（${name.slice(0, 40)}）`);
    names.add(folded);
    if (active.test(name) && !harmless.test(name))
      throw documentRefused(`含有宏、控件或嵌入的文件（${name.slice(0, 40)}）`, '请删去后另存为普通的 .docx 再交');
    if (bytes > limits.partBytes || (bytes > 4096 && bytes / Math.max(1, packedBytes) > limits.ratio))
      throw documentRefused(`像是压缩炸弹（${name.slice(0, 40)}）`);
  }
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > limits.totalBytes)
    throw documentRefused('解开后过大，像是压缩炸弹');
}

/** What the directory declares is the most that is unpacked; the local header only says where the bytes begin. */
function unpack(file: Buffer, { name, stored, packedBytes, bytes, localAt }: ZipEntry): string {
  const broken = (cause?: unknown) => Object.assign(documentRefused(`部件 ${name} 残缺`), { cause });
  if (localAt + 30 > file.length || file.readUInt32LE(localAt) !== 0x04034b50) throw broken();
  const start = localAt + 30 + file.readUInt16LE(localAt + 26) + file.readUInt16LE(localAt + 28);
  if (start + packedBytes > file.length) throw broken();
  const packed = file.subarray(start, start + packedBytes);
  let content: Buffer;
  try {
    content = stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (cause) {
    throw broken(cause);
  }
  if (content.length !== bytes) throw broken();
  return content.toString('utf8');
}

function checkKind(contentTypes: string): void {
  if (/macroEnabled|vbaProject|ms-office\.activeX/i.test(contentTypes))
    throw documentRefused('是启用宏的文档', '请另存为普通的 .docx 后再交');
  if (!/wordprocessingml\.document\.main\+xml/.test(contentTypes)) throw documentRefused('不是 Word 文档（.docx）');
}

/** No document type, no entity, nothing but UTF-8, and no more elements than a bulletin could have. */
function checkXml(text: string): void {
  const encoding = /^\uFEFF?<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? 'utf-8';
  if (text.includes('\u0000') || !/^utf-8$/i.test(encoding)) throw documentRefused('文字编码不正常（应为 UTF-8）');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw documentRefused('内部结构里有实体或文档类型声明，可能是攻击');
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) elements += 1;
  if (elements > limits.elements * 2) throw documentRefused('内部结构过于庞大');
}
