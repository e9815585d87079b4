import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepSecrets } from '../config/secrets.js';
import { readOfficeSettings, SettingsError, type Settings } from '../config/settings.js';
import { boardUrl } from './board-url.js';
import { openBoard, type Board } from './board.js';
import { mistake } from './mistake.js';
import type { Office } from './office.js';
import { processTerminal, type Terminal } from './terminal.js';
import { wordsIn, type Words } from './words.js';

/** What the commands work with. */
export interface ClientDeps {
  readonly terminal: Terminal;
  readonly words: Words;
  /** Throws a SettingsError where the settings do not hold. */
  readonly settings: () => Settings;
  readonly board: () => Promise<Board>;
  /** Connects for one piece of work and closes again. */
  readonly withOffice: <Result>(work: (office: Office) => Promise<Result>) => Promise<Result>;
  readonly now: () => Date;
}

export function openClient(
  read: () => Settings = readOfficeSettings,
  terminal: Terminal = processTerminal(),
): ClientDeps {
  const words = wordsIn(languageOf(read));
  const invokedAt = new Date();
  return {
    terminal,
    words,
    settings: read,
    now: () => new Date(),
    board: async () => {
      const settings = read();
      return openBoard({ url: await boardUrl(settings, words), apiKey: await apiKeyOf(settings, words), words });
    },
    withOffice: async (work) => {
      const settings = read();
      // Reading needs no engine, and its client takes a while to load.
      const { engineAddress, withOffice } = await import('./connect.js');
      const { namespace } = settings.temporal;
      return withOffice({ address: engineAddress(settings, words), namespace, words, invokedAt }, work);
    },
  };
}

/** Help is shown even where the settings are broken; the first command that needs them names their problems. */
function languageOf(read: () => Settings): Settings['language'] {
  try {
    return read().language;
  } catch (error) {
    if (error instanceof SettingsError) return error.language;
    throw error;
  }
}

/** The office makes the key at its first start; made here, it would be one that no server knows. */
async function apiKeyOf(settings: Settings, words: Words): Promise<string> {
  if (settings.apiKey !== undefined) return settings.apiKey;
  if (!existsSync(join(settings.home, 'secrets.json'))) throw mistake(words.noKey(settings.home));
  return (await keepSecrets(settings)).apiKey;
}
