import { join } from 'node:path';
import { keepSecrets } from '../config/secrets.js';
import type { Settings } from '../config/settings.js';
import type { Register } from '../domain/register.js';
import { castFor } from './robots/cast.js';

export const demoHome = ({ home }: Pick<Settings, 'home'>): string => join(home, 'demo');

/**
 * Of the office's settings only what a demo may have, by name: never its engine, relay, mailboxes, database, public address
 * or signing secret, nor what is added to them later. The key is the office's own, so that `shuangyue status` speaks to a running
 * demo as to an office.
 */
export async function demoSettings(office: Settings, register: Register, seed: number): Promise<Settings> {
  const { cacheFolder, language, logLevel, web, holidaysFile } = office;
  const { namespace, cli, testServer, port, uiPort } = office.temporal;
  const { domain, from, pool, intakePort, postOfficePort } = office.mail;
  const bouncing = castFor(seed, register).bouncing?.posts['liaison-a']?.email;
  return {
    warnings: [],
    home: demoHome(office),
    cacheFolder,
    language,
    logLevel,
    temporal: {
      namespace,
      port,
      uiPort,
      ...(cli !== undefined && { cli }),
      ...(testServer !== undefined && { testServer }),
    },
    web: { port: web.port },
    mail: { domain, from, pool, intakePort, postOfficePort, bouncing: bouncing === undefined ? [] : [bouncing] },
    apiKey: (await keepSecrets(office)).apiKey,
    ...(holidaysFile !== undefined && { holidaysFile }),
  };
}
