import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { failedTurns, fetchHistories } from './histories.js';
import {
  type Findings,
  findingsOnBulletin,
  findingsOnEscalations,
  findingsOnLetter,
  findingsOnMail,
  findingsOnOpenings,
} from './once/findings.js';
import { readStruckLedger, type StruckLedger } from './once/struck-ledger.js';
import { openStruckOffice, type StruckOffice } from './once/struck-office.js';
import { type Choice, strikeEveryStep, type Trial } from './once/trials.js';
import { tableOf } from './once/table.js';

/**
 * Each change of ours strikes half of the steps once. The long form strikes all of them, so many times: `ONCE_PASSES=20`.
 * `ONCE_STEPS='^receipt'` chooses by name.
 */
const passes = process.env['ONCE_PASSES'];
const named = new RegExp(process.env['ONCE_STEPS'] ?? '');
const isChosen: Choice = ({ name, isForLong = false }) => named.test(name) && (passes !== undefined || !isForLong);

describe('a worker killed at every step of intake and of sending', () => {
  let office: StruckOffice;
  let trials: readonly Trial[];
  let ledger: StruckLedger;
  const findings = (trial: Trial): Findings => [...trial.missed, ...effects(trial)];
  const effects = (trial: Trial): Findings => {
    switch (trial.of) {
      case 'opening':
        return findingsOnOpenings(ledger, trial.campaign);
      case 'mail':
        return trial.mails.flatMap((mail) => findingsOnMail(ledger, mail));
      case 'escalation':
        return findingsOnEscalations(ledger, trial.campaign);
      case 'bulletin':
        return findingsOnBulletin(ledger, trial.campaign);
    }
  };

  beforeAll(
    async () => {
      office = await openStruckOffice();
      const all: Trial[] = [];
      for (let pass = 0; pass < Number(passes ?? 1); pass += 1)
        all.push(...(await strikeEveryStep(office, pass, isChosen)));
      trials = all;
      ledger = await readStruckLedger(office);
      process.stdout.write(tableOf(trials.map((trial) => ({ step: trial.step, findings: findings(trial) }))));
    },
    1_800_000 * Number(passes ?? 1),
  );
  afterAll(() => office.close());

  it('leaves exactly one effect of everything', () => {
    expect(trials.flatMap((trial) => findings(trial).map((finding) => `${trial.step}: ${finding}`))).toEqual([]);
  });

  it('brings no letter to the relay twice', () => {
    expect(ledger.letters.flatMap((letter) => findingsOnLetter(ledger, letter))).toEqual([]);
    const known = new Set(ledger.letters.map(({ message_id: id }) => id));
    expect(ledger.passed.filter((id) => !known.has(id))).toEqual([]);
  });

  it('leaves nothing in the inbox and nobody in doubt', () => {
    expect(ledger.inbox).toEqual([]);
    expect(ledger.notes.filter((about) => about.startsWith('doubtful/'))).toEqual([]);
  });

  it('leaves record and engine of one mind', () => {
    expect(ledger.disagreeing).toEqual([]);
  });

  it('dies of nothing else', () => {
    expect(office.endings()).toEqual([]);
  });

  it('fails no turn of a workflow', async () => {
    expect(failedTurns(await fetchHistories(office.client))).toEqual([]);
  });
});
