import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../config/settings.js';
import { openRecord, type RecordDb, type RecordPlace } from '../record/database.js';
import { isServerAway } from '../record/server/server-away.js';

const shortestMs = 1_000;
const longestMs = 10_000;

/**
 * The record of the settings. A server that is away is waited for, as long as it takes, since it may start after us;
 * `onWaiting` hears why, once for each reason. What only a person can mend is thrown.
 */
export async function openOfficeRecord(
  settings: Pick<Settings, 'home' | 'database'>,
  now: () => Date,
  onWaiting: (sentence: string) => void,
): Promise<RecordDb> {
  const place = placeOf(settings);
  let told = '';
  for (let waitMs = shortestMs; ; waitMs = Math.min(longestMs, waitMs * 2)) {
    try {
      return await openRecord(place, { now: now().toISOString() });
    } catch (error) {
      if (!isServerAway(error)) throw error;
      if (error.message !== told) onWaiting(`${error.message}正在等待，连上即继续。`);
      told = error.message;
      await pause(waitMs);
    }
  }
}

function placeOf({ home, database }: Pick<Settings, 'home' | 'database'>): RecordPlace {
  if (database === undefined) return { folder: join(home, 'record') };
  return { connectionString: database.url, poolSize: database.poolSize };
}
