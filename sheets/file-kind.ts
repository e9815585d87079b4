import { refused } from './sheet-refused.js';

const zipSignature = 0x04034b50;
/** Old .xls and .et files, and .xlsx files with a password, are OLE2 containers. */
const containerSignature = 'd0cf11e0a1b11ae1';

export type FileKind = 'zip' | 'ole2' | 'other';

/** What a file is by its first bytes, whatever its name says. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, 8));
  if (head.length >= 4 && head.readUInt32LE(0) === zipSignature) return 'zip';
  return head.toString('hex') === containerSignature ? 'ole2' : 'other';
}

/** Refuses what is no zip file, in words that say how to make one. */
export function checkFileKind(bytes: Uint8Array): void {
  const kind = fileKind(bytes);
  if (kind === 'zip' && bytes.length >= 22) return;
  if (kind === 'ole2') {
    const whatToDo = '请用 Excel 或 WPS 打开，取消密码，另存为 .xlsx 后再试';
    throw refused('old-format', '这是旧格式（.xls、.et）或加了密码的工作簿', whatToDo);
  }
  throw refused('not-a-workbook', '文件不是 .xlsx 工作簿', '请用 Excel 或 WPS 打开，另存为 .xlsx 后再试');
}
