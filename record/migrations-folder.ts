import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** SQL is not compiled: `dist/` reads it from the project's own folder. */
export const migrationsFolder = (): string => join(projectRootFrom(import.meta.url), 'record', 'migrations');

const projectRootFrom = (module: string): string => {
  let folder = dirname(fileURLToPath(module));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${module}: the record's migrations cannot be found`);
    folder = parent;
  }
  return folder;
};
