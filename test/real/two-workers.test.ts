import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, holds } from '../eventually.js';
import { type PostgresServer, startPostgres } from '../record/postgres-server.js';
import { sampleRegister } from '../record/sample-register.js';
import { replyTo, reportOn, sendUntilTaken } from './answer-by-mail.js';
import { minuteRound } from './brisk.js';
import { failedTurns, type Recorded } from './histories.js';
import type { Ledger } from './ledger.js';
import { letterTo, openingsOf } from './openings.js';
import { campaign, openRealOffice, type RealOffice } from './real-office.js';
import { seeOutRound } from './see-out-round.js';

const parties = Array.from({ length: 10 }, (_, index) => `p${index}`);
const tasksOf = (party: string) => [1, 11].map((first) => first + parties.indexOf(party));
const silent = parties.slice(3);
const register = sampleRegister({ parties: parties.length, tasks: 2 * parties.length });

describe('one of two workers on one record, killed while it sends', () => {
  let server: PostgresServer;
  let office: RealOffice;
  let ledger: Ledger;
  let histories: readonly Recorded[];
  /** What the killed one was sending. */
  let cutOff: readonly number[];

  beforeAll(async () => {
    server = await startPostgres({ durable: true });
    office = await openRealOffice({ databaseUrl: server.socketUrl('postgres') });
    const bootedAt = Date.now();
    await office.startWorker();
    const cadence = minuteRound(Date.now() - bootedAt);
    const colleague = await office.startColleague();
    await office.start(register, cadence);
    const letters = await eventually(() => openingsOf(office), 60_000);
    const answer = async (party: string, intakePort: number) =>
      sendUntilTaken(await replyTo(letterTo(letters, party), reportOn(tasksOf(party))), intakePort);
    await answer('p0', office.ports.intake);
    await answer('p1', colleague.ready.intakePort);
    await holds('four answered', async () => (await office.board.status(campaign)).counts.answered === 4);

    office.relay.delayMs = () => 1_500;
    await holds('the colleague sends', async () => (await sendingOf(office, colleague.pid)).length > 0, 180_000);
    cutOff = await sendingOf(office, colleague.pid);
    colleague.kill();
    await colleague.exited;
    office.relay.delayMs = () => 0;
    await answer('p2', office.ports.intake);

    ({ ledger, histories } = await seeOutRound(office));
  }, 420_000);
  afterAll(async () => {
    await office.close();
    await server.remove();
  });

  it('was sending', () => {
    expect(cutOff.length).toBeGreaterThan(0);
  });

  it('lost no answer that either took', () => {
    const given = ['p0', 'p1', 'p2'].flatMap((party) => tasksOf(party).map((task) => `${party} ${task} counted`));
    const kept = ledger.answers.map(({ party, task, outcome }) => `${party} ${task} ${outcome ? 'counted' : 'lost'}`);
    expect(kept.toSorted()).toEqual(given.toSorted());
    expect(ledger.unread).toBe(0);
    const answered = ledger.tasks.filter(({ standing }) => standing === 'answered').map(({ lead }) => lead);
    expect(answered.toSorted()).toEqual(['p0', 'p0', 'p1', 'p1', 'p2', 'p2']);
  });

  it('leaves no letter unwritten and none written twice', () => {
    const left = (kind: string) =>
      ledger.letters
        .filter((letter) => letter.kind === kind && ['sent', 'doubtful'].includes(letter.state))
        .map(({ desk }) => desk)
        .toSorted();
    expect(left('opening')).toEqual(parties);
    for (const kind of ['reminder', 'overdue', 'second-overdue'])
      expect(left(kind).filter((party) => party !== 'p2')).toEqual(silent);
    expect(ledger.letters.filter(({ state }) => !['sent', 'doubtful', 'cancelled', 'lapsed'].includes(state))).toEqual(
      [],
    );
  });

  it('brings to the relay twice at most what it was sending', () => {
    const times = (messageId: string) => office.relay.passed.filter((passed) => passed.messageId === messageId).length;
    const sent = ledger.letters.filter(({ state }) => state === 'sent');
    expect(sent.filter(({ message_id: id }) => times(id) === 0)).toEqual([]);
    expect(ledger.letters.filter(({ message_id: id, attempts }) => times(id) > attempts)).toEqual([]);
    const interrupted = ledger.letters.filter(({ attempts, state }) => attempts > 1 || state === 'doubtful');
    expect(interrupted.filter(({ sending_by: by }) => by === null)).toEqual([]);
    expect(interrupted.length).toBeGreaterThan(0);
    const untold = interrupted.filter(
      ({ id, state }) => state === 'doubtful' && !ledger.notes.includes(`doubtful/${id}`),
    );
    expect(untold).toEqual([]);
  });

  it('is taken for ended by the other', async () => {
    const rows = await office.read((db) => db.selectFrom('process').select('pid').execute());
    expect(rows).toEqual([]);
  });

  it('fails no turn of a workflow', () => {
    expect(failedTurns(histories)).toEqual([]);
  });
});

/** The letters that the record shows as being sent by one process. */
function sendingOf({ read }: RealOffice, pid: number): Promise<readonly number[]> {
  return read(async (db) => {
    const rows = await db
      .selectFrom('letter')
      .innerJoin('process', 'process.boot_id', 'letter.sending_by')
      .select('letter.id')
      .where('letter.state', '=', 'sending')
      .where('process.pid', '=', pid)
      .execute();
    return rows.map(({ id }) => id);
  });
}
