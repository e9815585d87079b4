import { join } from 'node:path';
import { keepSecrets } from '../config/secrets.js';
import type { Settings } from '../config/settings.js';
import type { Register } from '../domain/register.js';
import { castFor } from './robots/cast.js';

export const demoHome = ({ home }: Pick<Settings, 'home'>): string => join(home, 'demo');

/**
 * The office's settings with what a demo must never touch left out: its engine, its relay, its archive, its database, its data. The
 * key is the office's own, so that `shuangyue status` speaks to a running demo as to an office.
 */
export async function demoSettings(office: Settings, register: Register, seed: number): Promise<Settings> {
  const { address: _engine, ...temporal } = office.temporal;
  const { smtpUrl: _relay, archive: _archive, ...mail } = office.mail;
  const { signingSecret: _secret, database: _server, ...settings } = office;
  const bouncing = castFor(seed, register).bouncing.posts['liaison-a']?.email;
  return {
    ...settings,
    home: demoHome(office),
    apiKey: (await keepSecrets(office)).apiKey,
    temporal,
    mail: { ...mail, bouncing: bouncing === undefined ? [] : [bouncing] },
  };
}
