import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorSaying, inBoth } from '../domain/sentence.js';
import { settingsWords } from './words/settings.js';
import { errorCode } from './error-code.js';
import type { Settings } from './settings.js';

/** What only this office knows: the client's key for the JSON API, and what signs links and reply tokens. */
export interface Secrets {
  readonly apiKey: string;
  readonly signingSecret: string;
}

const secretsSchema = z.object({ apiKey: z.string().min(16), signingSecret: z.string().min(32) });

/**
 * The secrets of the settings, else those in `<home>/secrets.json`, made on first use and readable by their owner only.
 * Processes that start at the same moment get the same ones; throws when the file cannot be read or is not whole.
 */
export async function keepSecrets(settings: Pick<Settings, 'home' | 'apiKey' | 'signingSecret'>): Promise<Secrets> {
  const { apiKey, signingSecret } = settings;
  if (apiKey !== undefined && signingSecret !== undefined) return { apiKey, signingSecret };
  const file = join(settings.home, 'secrets.json');
  await mkdir(settings.home, { recursive: true });
  const kept = (await readSecrets(file)) ?? (await makeSecrets(file));
  return { apiKey: apiKey ?? kept.apiKey, signingSecret: signingSecret ?? kept.signingSecret };
}

async function readSecrets(file: string): Promise<Secrets | undefined> {
  try {
    const secrets = secretsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    await chmod(file, 0o600);
    return secrets;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    const said = inBoth(settingsWords, ({ secretsUnread }) => secretsUnread(file));
    throw errorSaying(said, 'Error', cause);
  }
}

/** Written aside and linked into place: a process that starts at the same moment sees the whole file or none. */
async function makeSecrets(file: string): Promise<Secrets> {
  const secrets = { apiKey: randomKey(24), signingSecret: randomKey(32) };
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await link(draft, file);
    return secrets;
  } catch (cause) {
    const others = errorCode(cause) === 'EEXIST' ? await readSecrets(file) : undefined;
    if (others !== undefined) return others;
    const said = inBoth(settingsWords, ({ secretsUnwritten }) => secretsUnwritten(file));
    throw errorSaying(said, 'Error', cause);
  } finally {
    await rm(draft, { force: true });
  }
}

const randomKey = (bytes: number): string => randomBytes(bytes).toString('base64url');
