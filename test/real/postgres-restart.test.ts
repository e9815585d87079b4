import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually, holds } from '../eventually.js';
import { type PostgresServer, startPostgres } from '../record/postgres-server.js';
import { sampleRegister } from '../record/sample-register.js';
import { pageOf, submit, type Submitted } from './answer-by-form.js';
import { replyTo, reportOn, send, sendUntilTaken } from './answer-by-mail.js';
import { minuteRound } from './brisk.js';
import { failedTurns, type Recorded } from './histories.js';
import type { Ledger } from './ledger.js';
import { letterTo, openingsOf } from './openings.js';
import { campaign, openRealOffice, type RealOffice } from './real-office.js';
import { seeOutRound } from './see-out-round.js';

const awayMs = 4_000;
const parties = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
const tasksOf = (party: string) => [1, 7, 13].map((first) => first + parties.indexOf(party));
const register = sampleRegister({ parties: parties.length, tasks: 3 * parties.length });

describe('a PostgreSQL restarted while reminders leave and answers arrive', () => {
  let server: PostgresServer;
  let office: RealOffice;
  let ledger: Ledger;
  let histories: readonly Recorded[];
  /** The page that p2 sends again and again, each time with other words. */
  const submitted: Submitted[] = [];
  /** While nobody could have stored anything, epoch ms. */
  const away = { from: 0, to: 0 };
  let refusedMail: unknown;

  beforeAll(async () => {
    server = await startPostgres({ durable: true });
    office = await openRealOffice({ databaseUrl: server.socketUrl('postgres') });
    const bootedAt = Date.now();
    await office.startWorker();
    await office.start(register, minuteRound(Date.now() - bootedAt));
    const letters = await eventually(() => openingsOf(office), 60_000);
    await sendUntilTaken(await replyTo(letterTo(letters, 'p0'), reportOn(tasksOf('p0'))), office.ports.intake);
    await holds('three tasks answered', async () => (await office.board.status(campaign)).counts.answered === 3);

    await holds('its receipt', async () => office.relay.passed.length === parties.length + 1);
    const page = await pageOf(letterTo(letters, 'p2'));
    submitted.push(await submit(page, tasksOf('p2')[0] ?? 0, '停库之前'));
    const begun = office.relay.begun();
    office.relay.delayMs = () => 3_000;
    await holds('a reminder on its way', async () => office.relay.begun() > begun, 90_000);
    let pressing = true;
    const pressed = press(page, submitted, () => pressing);
    await server.stop('immediate');
    away.from = Date.now();
    const repeated = replyTo(letterTo(letters, 'p1'), reportOn(tasksOf('p1'))).then((mail) =>
      sendUntilTaken(mail, office.ports.intake),
    );
    const given = await replyTo(letterTo(letters, 'p4'), reportOn(tasksOf('p4')));
    refusedMail = await send(given, office.ports.intake).catch((error: unknown) => error);
    await pause(Math.max(0, away.from + awayMs - Date.now()));
    away.to = Date.now();
    await server.start();
    office.relay.delayMs = () => 0;
    await repeated;
    const back = Date.now();
    await holds('an answer by form again', async () =>
      submitted.some(({ status, from }) => status === 200 && from > back),
    );
    pressing = false;
    await pressed;

    ({ ledger, histories } = await seeOutRound(office));
  }, 420_000);
  afterAll(async () => {
    await office.close();
    await server.remove();
  });

  const progressOf = (party: string) =>
    ledger.answers.filter((one) => one.party === party).map(({ content }) => content.progress);
  const standingsOf = (party: string) =>
    ledger.tasks.filter(({ lead }) => lead === party).map(({ standing }) => standing);

  it('was away while the relay took letters', () => {
    const taken = office.relay.passed.filter(({ at }) => at > away.from && at < away.to);
    expect(taken.length).toBeGreaterThan(0);
  });

  it('keeps and accounts every answer that was acknowledged', () => {
    const acknowledged = submitted.filter(({ status }) => status === 200).map(({ words }) => words);
    expect(acknowledged.length).toBeGreaterThan(1);
    expect(acknowledged.filter((words) => !progressOf('p2').includes(words))).toEqual([]);
    for (const party of ['p0', 'p1']) expect(progressOf(party)).toHaveLength(3);
    expect(ledger.answers.filter(({ outcome }) => outcome === null)).toEqual([]);
    expect(ledger.unread).toBe(0);
    for (const party of ['p0', 'p1']) expect(standingsOf(party)).toEqual(['answered', 'answered', 'answered']);
    expect(standingsOf('p2').toSorted()).toEqual(['answered', 'missed', 'missed']);
  });

  it('counts nothing that it refused', () => {
    const refused = submitted.filter(({ from, to }) => from > away.from && to < away.to);
    expect(refused.length).toBeGreaterThan(1);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
    expect(refused.filter(({ words }) => progressOf('p2').includes(words))).toEqual([]);
    expect(refusedMail).toMatchObject({ responseCode: 451 });
    expect(progressOf('p4')).toEqual([]);
    expect(standingsOf('p4')).toEqual(['missed', 'missed', 'missed']);
  });

  it('sends every letter once', () => {
    const ids = office.relay.passed.map(({ messageId }) => messageId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const sent = ledger.letters.filter(({ state }) => state === 'sent').map(({ message_id: id }) => id);
    expect(sent.toSorted()).toEqual(ids.toSorted());
    const left = (kind: string) =>
      ledger.letters.filter((letter) => letter.kind === kind && letter.state === 'sent').map(({ desk }) => desk);
    expect(left('opening').toSorted()).toEqual(parties);
    // Of p1, whose answer came as soon as it could, the reminder may have been sealed before.
    expect(
      left('reminder')
        .filter((party) => party !== 'p1')
        .toSorted(),
    ).toEqual(['p2', 'p3', 'p4', 'p5']);
    for (const kind of ['overdue', 'second-overdue']) expect(left(kind).toSorted()).toEqual(['p2', 'p3', 'p4', 'p5']);
    expect(left('receipt').toSorted()).toEqual(['p0', 'p1']);
  });

  it('leaves no letter without an end', () => {
    const ends = ['sent', 'cancelled', 'lapsed'];
    expect(ledger.letters.filter(({ state }) => !ends.includes(state))).toEqual([]);
  });

  it('closes the round', () => {
    expect(ledger.rounds.map(({ state }) => state)).toContain('closed');
  });

  it('fails no turn of a workflow', () => {
    expect(failedTurns(histories)).toEqual([]);
  });
});

/** Presses the button with new words each time, at a pace that a page may be visited at. */
async function press(page: string, submitted: Submitted[], goesOn: () => boolean): Promise<void> {
  for (let turn = 1; goesOn(); turn += 1) {
    submitted.push(await submit(page, tasksOf('p2')[0] ?? 0, `第${turn}次填报`));
    await pause(500);
  }
}
