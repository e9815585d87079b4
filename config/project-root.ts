import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { errorSaying, inBoth } from '../domain/sentence.js';
import { settingsWords } from './words/settings.js';

/** The folder of this project's package.json, upwards from a module of ours; the same from source and from dist/. Throws when there is none. */
export function projectRoot(from: string = import.meta.url): string {
  const start = dirname(fileURLToPath(from));
  for (let folder = start; ; folder = dirname(folder)) {
    if (isOurs(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) {
      throw errorSaying(
        inBoth(settingsWords, ({ noProject }) => noProject(start)),
        'Error',
      );
    }
  }
}

/** The version of this program, as its package says it. */
export function versionOfProject(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

function isOurs(manifest: string): boolean {
  if (!existsSync(manifest)) return false;
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'shuangyue';
}
