import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileKind } from '../../sheets/file-kind.js';
import { readWorkbook } from '../../sheets/read-workbook.js';
import { SheetRefused } from '../../sheets/sheet-refused.js';
import { errorCode } from '../error-code.js';
import type { Settings } from '../settings.js';
import type { ProblemCode } from './finding.js';
import { readRegister } from './read-register.js';
import { readRegisterWorkbook } from './read-register-workbook.js';
import { unreadRegister, type RegisterReading } from './register-reading.js';
import { campaignDefaults } from './workbook/campaign-defaults.js';

/** Four bytes for every character that `readRegister` accepts. */
const mostBytes = 8_000_000;

type Faulty = { readonly code: ProblemCode; readonly message: string };

/**
 * Reads a register from a YAML file or an Excel workbook, told apart by what they hold; a file that is missing or
 * cannot be read is a problem of line 1. The settings are asked only where a workbook has no sheet 行动.
 */
export async function readRegisterFile(
  file: string,
  settings?: () => Pick<Settings, 'mail'>,
): Promise<RegisterReading> {
  const content = await contentOf(file);
  if ('code' in content) return unread(file, content);
  if (fileKind(content.bytes) !== 'other') return readWorkbookBytes(content.bytes, file, settings);
  const text = decoded(content.bytes, file);
  return typeof text === 'string' ? readRegister(text, file) : unread(file, text);
}

const unread = (file: string, fault: Faulty): RegisterReading =>
  unreadRegister([{ file, line: 1, column: 1, ...fault }]);

async function contentOf(file: string): Promise<Faulty | { readonly bytes: Uint8Array }> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) {
      const message = `文件过大（${size} 字节）：台账应不超过 ${mostBytes} 字节；请核对是否选错了文件。`;
      return { code: 'file-too-large', message };
    }
    return { bytes: await readFile(file) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      const message = '文件不存在：应为台账的 YAML 文件或 Excel 工作簿；请核对路径和文件名。';
      return { code: 'file-missing', message };
    }
    const reason = errorCode(error) ?? '原因不明';
    return { code: 'file-unreadable', message: `文件读不出来（${reason}）：应为可读的文件；请检查权限和路径。` };
  }
}

async function readWorkbookBytes(
  bytes: Uint8Array,
  file: string,
  settings: (() => Pick<Settings, 'mail'>) | undefined,
): Promise<RegisterReading> {
  try {
    const workbook = await readWorkbook(bytes);
    return readRegisterWorkbook(workbook, file, () => campaignDefaults(file, settings?.()));
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    const code = error.code === 'old-format' || error.code === 'not-a-workbook' ? 'file-kind' : 'workbook-refused';
    return unread(file, { code, message: error.message });
  }
}

/** Tables that people save beside .xlsx, and what they are taken for when their bytes do not tell. */
const otherTables = /^\.(csv|tsv|txt|xls|xlsx|xlsm|xlsb|et|ett|ods|pdf|docx?|wps)$/i;

function decoded(bytes: Uint8Array, file: string): string | Faulty {
  const extension = extname(file);
  if (otherTables.test(extension)) {
    const message = `文件不是 .xlsx 工作簿（${extension}）：台账应为 .xlsx 或 .yaml；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。`;
    return { code: 'file-kind', message };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = '文件不是 UTF-8 编码的文本，也不是 .xlsx 工作簿：请另存为 UTF-8 编码的 YAML 文件，或另存为 .xlsx。';
    return { code: 'not-utf8', message };
  }
}
