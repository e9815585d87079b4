import { once } from 'node:events';
import { connect } from 'node:net';
import { publicUrlOf, type Settings } from '../config/settings.js';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

const knockMs = 2_000;

/**
 * Where the office answers us: on this machine if it runs here, for what leads to its public address
 * (a name, a proxy, a certificate) may not be there yet, or not let anybody in from inside.
 */
export async function boardUrl({ web }: Pick<Settings, 'web'>, words: Words): Promise<string> {
  const { port, publicUrl } = web;
  if (publicUrl === undefined && port === 0) throw mistake(words.anyPort('WEB_PORT', 'WEB_PUBLIC_URL'));
  const isHere = publicUrl !== undefined && port !== 0 && (await opens(port));
  return publicUrlOf(isHere ? { port } : web);
}

async function opens(port: number): Promise<boolean> {
  const line = connect({ host: '127.0.0.1', port });
  try {
    await once(line, 'connect', { signal: AbortSignal.timeout(knockMs) });
    return true;
  } catch {
    return false;
  } finally {
    line.destroy();
  }
}
