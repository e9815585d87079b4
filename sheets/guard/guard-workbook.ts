import { checkFileKind } from '../file-kind.js';
import { refused } from '../sheet-refused.js';
import { checkSheetCount, checkStrings, checkStyles, checkWorksheet } from './check-dimensions.js';
import { checkEntries } from './check-entries.js';
import { checkContentTypes, checkRelations, checkXml } from './check-xml.js';
import { limits } from './limits.js';
import { spansOf, unpack } from './unpack.js';
import { readDirectory } from './zip-directory.js';

/** The parts that values are read from; all others are left in the file unopened. */
const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w.-]+\.xml)$/i;

export type Parts = ReadonlyMap<string, Buffer>;

/**
 * The parts of a workbook that are safe to read. Works on the zip directory first, then unpacks with hard caps, then
 * looks into the XML; throws SheetRefused before any spreadsheet library has seen a byte.
 */
export function guardWorkbook(given: Uint8Array): Parts {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length > limits.fileBytes) {
    throw refused('too-large', `文件有 ${bytes.length} 字节，应不超过 ${limits.fileBytes} 字节`);
  }
  checkFileKind(bytes);
  const entries = readDirectory(bytes);
  checkEntries(entries);
  const spans = spansOf(bytes, entries).filter(({ entry }) => needed.test(entry.name));
  const parts = new Map(spans.map((span) => [span.entry.name, unpack(bytes, span)]));
  if (!parts.has('[Content_Types].xml') || !parts.has('xl/workbook.xml')) {
    throw refused('not-a-workbook', '这个压缩文件不是 Excel 工作簿', '请另存为 .xlsx 后再试');
  }
  for (const [name, content] of parts) checkPart(name.toLowerCase(), content);
  return parts;
}

function checkPart(name: string, content: Buffer): void {
  checkXml(content);
  if (name.endsWith('.rels')) checkRelations(content);
  if (name === '[content_types].xml') checkContentTypes(content);
  if (name.startsWith('xl/worksheets/')) checkWorksheet(content);
  if (name === 'xl/sharedstrings.xml') checkStrings(content);
  if (name === 'xl/styles.xml') checkStyles(content);
  if (name === 'xl/workbook.xml') checkSheetCount(content);
}
