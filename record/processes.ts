import { sql } from 'kysely';
import type { Db } from './schema.js';

/** A worker process that shares this record, and where it runs. */
export interface NewProcess {
  readonly bootId: string;
  readonly host: string;
  readonly pid: number;
  /** Names the system that numbers its processes; null where that is not known. */
  readonly system: string | null;
  /** Tells the process from a later one of the same number; null likewise. */
  readonly start: string | null;
  readonly startedAt: string;
}

export interface ProcessRow extends NewProcess {
  readonly beats: number;
}

/** Says once more that this process lives; one that others took for dead is there again. */
export async function beat(db: Db, { bootId, host, pid, system, start, startedAt }: NewProcess): Promise<void> {
  await db
    .insertInto('process')
    .values({ boot_id: bootId, host, pid, system, start, started_at: startedAt })
    .onConflict((conflict) => conflict.column('boot_id').doUpdateSet({ beats: sql<number>`process.beats + 1` }))
    .execute();
}

export function readProcesses(db: Db): Promise<readonly ProcessRow[]> {
  return db
    .selectFrom('process')
    .select(['boot_id as bootId', 'host', 'pid', 'system', 'start', 'started_at as startedAt', 'beats'])
    .orderBy('boot_id')
    .execute();
}

/** Not if it has beaten since it was looked at. */
export async function forgetProcess(db: Db, { bootId, beats }: Pick<ProcessRow, 'bootId' | 'beats'>): Promise<void> {
  await db.deleteFrom('process').where('boot_id', '=', bootId).where('beats', '=', beats).execute();
}

/** It ended of itself, with nothing under way. */
export async function endProcess(db: Db, bootId: string): Promise<void> {
  await db.deleteFrom('process').where('boot_id', '=', bootId).execute();
}
