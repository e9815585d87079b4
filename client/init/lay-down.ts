import { randomBytes } from 'node:crypto';
import { copyFile, chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../../config/error-code.js';
import type { Words } from '../words.js';
import { mistake } from '../mistake.js';

/** Writes the settings for their owner only, whole or not at all; earlier ones are kept beside under their date. */
export async function laySettingsDown(file: string, text: string, now: Date): Promise<string | undefined> {
  const kept = await keepEarlier(file, now);
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  return kept;
}

async function keepEarlier(file: string, now: Date): Promise<string | undefined> {
  const stamp = now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const kept = join(dirname(file), `.env.${stamp}.bak`);
  try {
    await copyFile(file, kept);
    await chmod(kept, 0o600);
    return kept;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Tells whether it was written: a register that is there already is never touched. */
export async function layRegisterDown(file: string, content: string | Uint8Array): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

export async function makeFolder(folder: string, { init }: Words): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw mistake(init.folderNotMade(folder, errorCode(cause) ?? String(cause)), cause);
  }
}
