import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

/** More than any server takes; what lies beyond is not read. */
const mostBytes = 40 * 1024 * 1024;

/** The file itself, or all `.eml` files at any depth of the folder, in the order of their names. */
export async function mailFiles(path: string, { mail }: Words): Promise<readonly string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw mistake(mail.noFile(path), cause);
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory() && /\.eml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0) throw mistake(mail.noMails(path));
  return files.toSorted();
}

export async function readMailFile(path: string, { mail }: Words): Promise<Buffer> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    const bytes = Buffer.allocUnsafe(Math.min(size, mostBytes));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } catch (cause) {
    throw mistake(mail.unreadableFile(path), cause);
  }
}
