import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode } from '../config/error-code.js';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

/** Writes a file that was not there: one that is may hold somebody's work. Its whole path. */
export async function writeNewFile(file: string, content: string | Buffer, words: Words): Promise<string> {
  const path = resolve(file);
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (cause) {
    const there = errorCode(cause) === 'EEXIST';
    throw mistake(there ? words.fileThere(path) : words.cannotWrite(path), cause);
  }
  return path;
}
