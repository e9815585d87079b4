import { refused } from '../sheet-refused.js';
import { limits } from './limits.js';
import type { ZipEntry } from './zip-directory.js';

/** Parts that can act, reach outside, or hide another document; none belongs in a register or a form. */
const active =
  /vbaProject|vbaData|macrosheets|activeX|ctrlProps|dialogsheets|embeddings|oleObject|webextension|customUI|\.(bin|exe|dll|js|vbs)$/i;
/** Settings of a printer are the one binary part every office has. */
const harmlessBinary = /^xl\/printerSettings\/[\w.-]+\.bin$/i;
const outside = /externalLinks|connections\.xml|queryTables|xl\/model\//i;

/** Refuses names that mislead, parts that act, and sizes that only an attack declares; before anything is unpacked. */
export function checkEntries(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    checkName(entry.name, seen);
    checkContent(entry.name);
    checkSize(entry);
  }
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.totalBytes) throw bomb(`解开后共 ${total} 字节，超过 ${limits.totalBytes} 字节`);
}

/** Two names that differ in case only are one file on some systems and two on others. */
function checkName(name: string, seen: Set<string>): void {
  const folded = name.toLowerCase();
  const misleads = !/^[\x20-\x7e\x80-\xff]{1,250}$/.test(name) || /\\|^\/|(^|\/)\.\.?(\/|$)|^[a-z]:/i.test(name);
  if (misleads) throw refused('names', `文件里有名称不正常的部件（${shortened(name)}）`);
  if (seen.has(folded)) throw refused('names', `文件里有两个同名的部件（${shortened(name)}）`);
  seen.add(folded);
}

function checkContent(name: string): void {
  if (outside.test(name)) {
    const whatToDo = '请在“数据—编辑链接”和“数据—连接”里断开链接，或把内容粘贴为数值后另存';
    throw refused('external-link', `文件链接到别的文件或数据源（${shortened(name)}）`, whatToDo);
  }
  if (active.test(name) && !harmlessBinary.test(name)) {
    throw refused('active-content', `文件含有宏、控件或嵌入的对象（${shortened(name)}）`);
  }
}

function checkSize({ name, packedBytes, bytes }: ZipEntry): void {
  if (bytes > limits.partBytes) throw bomb(`其中的 ${shortened(name)} 解开后有 ${bytes} 字节`);
  const isSqueezed = bytes > 4096 && bytes / Math.max(packedBytes, 1) > limits.ratio;
  if (isSqueezed) throw bomb(`其中的 ${shortened(name)} 压缩比高达 ${Math.floor(bytes / Math.max(packedBytes, 1))} 倍`);
}

const bomb = (what: string) => refused('bomb', `文件像是压缩炸弹：${what}`);

const shortened = (name: string): string => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
