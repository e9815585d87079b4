import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project's package.json, upwards from a module of ours; the same from source and from dist/. Throws when there is none. */
export function projectRoot(from: string = import.meta.url): string {
  const start = dirname(fileURLToPath(from));
  for (let folder = start; ; folder = dirname(folder)) {
    if (isOurs(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) {
      throw new Error(
        `找不到程序目录：从 ${start} 起逐级向上，没有名为 shuangyue 的 package.json；请在完整的程序目录中运行。`,
      );
    }
  }
}

function isOurs(manifest: string): boolean {
  if (!existsSync(manifest)) return false;
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'shuangyue';
}
