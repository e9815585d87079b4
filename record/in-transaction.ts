import type { Db, Trx } from './schema.js';

/** Joins the caller's transaction, or opens one: with one connection a nested one would wait for itself for ever. */
export const inTransaction = <T>(db: Db | Trx, work: (trx: Trx) => Promise<T>): Promise<T> =>
  isTrx(db) ? work(db) : db.transaction().execute(work);

const isTrx = (db: Db | Trx): db is Trx => db.isTransaction;
