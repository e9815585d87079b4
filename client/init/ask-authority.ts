import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Words } from '../words.js';
import type { Asker } from './asker.js';

/** Path of the root certificate of the office's own authority. */
export async function askAuthority(asker: Asker, init: Words['init'], before: string | undefined): Promise<string> {
  const given = await asker.text(init.authority, {
    ...(before !== undefined && { initial: before }),
    check: (path) => (isCertificate(path) ? undefined : init.badAuthority(path)),
  });
  return resolve(given);
}

function isCertificate(path: string): boolean {
  try {
    return new X509Certificate(readFileSync(path)).subject !== '';
  } catch {
    return false;
  }
}
