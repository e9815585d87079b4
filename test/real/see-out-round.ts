import { holds } from '../eventually.js';
import { fetchHistories, type Recorded } from './histories.js';
import { type Ledger, readLedger } from './ledger.js';
import { campaign, type RealOffice } from './real-office.js';

/** Waits until the bulletin is out and nothing is left to do, stops the worker, and gives what was written. */
export async function seeOutRound(
  office: RealOffice,
): Promise<{ readonly ledger: Ledger; readonly histories: readonly Recorded[] }> {
  await holds('a bulletin', async () => (await office.board.bulletins(campaign)).length === 1, 240_000);
  await holds('no letter waiting', async () => (await office.board.status(campaign)).letters.waiting === 0, 60_000);
  const read = () => office.read((db) => readLedger(db, campaign));
  await holds('all accounted', async () => (await read()).answers.every(({ outcome }) => outcome !== null), 60_000);
  const histories = await fetchHistories(office.client);
  await office.stopWorker();
  return { ledger: await read(), histories };
}
