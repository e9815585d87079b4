import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/project-root.js';

/** The annotated settings file with these variables set and all others left as they are by default. */
export function envText(variables: Readonly<Record<string, string>>): string {
  const template = readFileSync(join(projectRoot(), '.env.example'), 'utf8');
  const left = new Map(Object.entries(variables));
  const lines = template.split('\n').map((line) => {
    const name = /^#([A-Z][A-Z_]*)=/.exec(line)?.[1] ?? '';
    const value = left.get(name);
    left.delete(name);
    return value === undefined ? line : `${name}=${quoted(value)}`;
  });
  const others = [...left].map(([name, value]) => `${name}=${quoted(value)}`);
  return [...lines, ...others, ''].join('\n').replace(/\n+$/, '\n');
}

/** Nothing inside single quotes means anything; a value with all three marks cannot be written. */
function quoted(value: string): string {
  if (/^[\w./:@%+-]*$/.test(value)) return value;
  const mark = ["'", '`', '"'].find((quote) => !value.includes(quote));
  if (mark === undefined) throw new Error(`a value with all three quotation marks fits in no settings file`);
  return `${mark}${value}${mark}`;
}
