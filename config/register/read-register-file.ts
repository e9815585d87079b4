import { readFile, stat } from 'node:fs/promises';
import { errorCode } from '../error-code.js';
import type { ProblemCode } from './finding.js';
import { readRegister } from './read-register.js';
import { unreadRegister, type RegisterReading } from './register-reading.js';

/** Four bytes for every character that `readRegister` accepts. */
const mostBytes = 8_000_000;

/** Reads a register from a YAML file; a file that is missing, unreadable or not UTF-8 is a problem of line 1. */
export async function readRegisterFile(file: string): Promise<RegisterReading> {
  const content = await contentOf(file);
  if ('code' in content) return unreadRegister([{ file, line: 1, column: 1, ...content }]);
  return readRegister(content.text, file);
}

type Content = { readonly text: string } | { readonly code: ProblemCode; readonly message: string };

async function contentOf(file: string): Promise<Content> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) {
      const message = `文件过大（${size} 字节）：台账应不超过 ${mostBytes} 字节；请核对是否选错了文件。`;
      return { code: 'file-too-large', message };
    }
    return decoded(await readFile(file));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return { code: 'file-missing', message: '文件不存在：应为台账的 YAML 文件；请核对路径和文件名。' };
    }
    const reason = errorCode(error) ?? '原因不明';
    return { code: 'file-unreadable', message: `文件读不出来（${reason}）：应为可读的文件；请检查权限和路径。` };
  }
}

function decoded(bytes: Uint8Array): Content {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { code: 'not-utf8', message: '文件不是 UTF-8 编码的文本：请在编辑器中另存为 UTF-8 编码的 YAML 文件。' };
  }
}
