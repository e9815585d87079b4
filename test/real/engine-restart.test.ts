import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { registerHash } from '../../config/register/register-hash.js';
import type { StartOutcome } from '../../client/start-campaign.js';
import { smallRegister } from '../config/register/small-register.js';
import { eventually, holds } from '../eventually.js';
import { sampleRegister } from '../record/sample-register.js';
import { replyTo, reportOn, sendUntilTaken } from './answer-by-mail.js';
import { briskRound } from './brisk.js';
import { failedTurns, fetchHistories, type Recorded } from './histories.js';
import { type Ledger, readLedger } from './ledger.js';
import { campaign, openRealOffice, type RealOffice } from './real-office.js';

const cadence = briskRound({
  reminder: 20,
  calls: 26,
  answerBy: 30,
  overdue: 34,
  secondOverdue: 44,
  escalation: 49,
  closes: 54,
  settle: 1,
  workday: 15,
});
const register = sampleRegister({ parties: 6, tasks: 18 });

describe('a start that breaks half-way', () => {
  let office: RealOffice;
  let afterBroken: readonly [number | null, number];
  const outcomes: StartOutcome[] = [];

  beforeAll(async () => {
    office = await openRealOffice();
    await office.startWorker();
    afterBroken = await startBroken(office);
    const file = { id: campaign, year: 2030, register, cadence, quietDays: [] };
    const hash = registerHash({ ...register, cadence, quietDays: [] });
    await office.board.storeCampaign({ ...file, hash, anchoredAt: new Date().toISOString(), by: 'zqb1' });
    outcomes.push(await office.start(register, cadence));
    // Tasks and desks are being started.
    await office.killWorker();
    await office.startWorker();
    outcomes.push(await office.start(register, cadence));
  }, 60_000);
  afterAll(() => office.close());

  it('begins with a register that holds: a broken one is refused and nothing starts', () => {
    expect(afterBroken).toEqual([1, 0]);
  });

  it('is finished by starting again', () => {
    expect(outcomes).toEqual([{ outcome: 'finished' }, { outcome: 'running' }]);
  });

  it('leaves every task asked and written to once', async () => {
    await eventually(async () => {
      expect((await office.board.status(campaign)).counts).toEqual({ asked: 18 });
      expect((await office.board.letters({ campaign, kind: 'opening', state: 'sent' })).length).toBe(6);
    });
    const arrived = office.relay.passed.map(({ to }) => to[0] ?? '').toSorted();
    expect(arrived).toEqual(register.parties.slice(0, 6).map(({ code }) => `${code}.Liaison@${code}.example`));
  });

  it('refuses another register under the same id', async () => {
    const [first, ...others] = register.tasks;
    if (!first) throw new Error('the register has no task');
    const changed = { ...register, tasks: [{ ...first, title: '改名' }, ...others] };
    expect(await office.start(changed, cadence)).toMatchObject({ outcome: 'differs' });
  });

  describe('and an engine that is killed in mid-round', () => {
    let ledger: Ledger;
    let histories: readonly Recorded[];

    beforeAll(async () => {
      const { round } = await office.board.status(campaign);
      const until = (ms: number) => pause(Math.max(0, Date.parse(round?.opensAt ?? '') + ms - Date.now()));
      const opening = office.relay.passed.find(({ to }) => to[0] === 'p0.Liaison@p0.example');
      if (!opening) throw new Error('p0 was not written to');
      await Promise.all([
        office.restartEngine('SIGKILL', 3_000),
        pause(1_000)
          .then(() => replyTo(opening, reportOn([1, 7, 13])))
          .then((mail) => sendUntilTaken(mail, office.ports.intake)),
      ]);
      await until(cadence.overdueMs - 2_000);
      await office.restartEngine('SIGTERM', 1_000);
      await holds('a bulletin', async () => (await office.board.bulletins(campaign)).length === 1, 90_000);
      histories = await fetchHistories(office.client);
      await office.stopWorker();
      ledger = await office.read((db) => readLedger(db, campaign));
    }, 150_000);

    it('loses no answer that arrived while it was away', () => {
      expect(ledger.tasks.filter(({ lead }) => lead === 'p0').map(({ standing }) => standing)).toEqual(
        Array(3).fill('answered'),
      );
    });

    it('goes on with the round where it stood', () => {
      const standings = new Set(ledger.tasks.filter(({ lead }) => lead !== 'p0').map(({ standing }) => standing));
      expect([...standings]).toEqual(['missed']);
      const silent = ['p1', 'p2', 'p3', 'p4', 'p5'];
      for (const kind of ['reminder', 'overdue', 'second-overdue'])
        expect(
          ledger.letters
            .filter((letter) => letter.kind === kind)
            .map(({ desk, state }) => `${desk} ${state}`)
            .toSorted(),
        ).toEqual(silent.map((desk) => `${desk} sent`));
    });

    it('writes no letter twice', () => {
      const ids = office.relay.passed.map(({ messageId }) => messageId);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

    it('fails no turn of a workflow', () => {
      expect(failedTurns(histories)).toEqual([]);
    });
  });
});

/** What the command said, and how many campaigns there are afterwards. */
async function startBroken({ shuangyue, board }: RealOffice): Promise<[number | null, number]> {
  const folder = mkdtempSync(join(tmpdir(), 'shuangyue-broken-'));
  const file = join(folder, 'broken.yaml');
  writeFileSync(file, smallRegister.replace('lead: gxt', 'lead: nobody'));
  try {
    return [await shuangyue('start', file, '--year', '2030', '--yes'), (await board.campaigns()).length];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
