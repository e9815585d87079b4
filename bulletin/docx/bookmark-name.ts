import { createHash } from 'node:crypto';

/** Word and WPS take letters, digits and underscores, forty at most. */
const longest = 40;

/** The bookmark around a piece of the bulletin: what it is recognised by when the document comes back. */
export function bookmarkName(kind: 'text' | 'fixed', id: string): string {
  const name = `${kind === 'text' ? 'sy' : 'syf'}_${id.replaceAll('/', '__').replaceAll(/[^A-Za-z0-9_]/g, '_')}`;
  if (name.length <= longest && /^[\w/-]*$/.test(id)) return name;
  return `sy_x_${createHash('sha256').update(`${kind} ${id}`).digest('hex').slice(0, 24)}`;
}
