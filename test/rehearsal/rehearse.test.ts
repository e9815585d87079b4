import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { summaryOf } from '../../bin/rehearsal/summary.js';
import { rehearsedYear } from '../../bin/rehearsal/rehearsed-year.js';
import { rehearseYear, type Behaviour } from '../../bin/rehearsal/rehearse-year.js';
import { writeYear } from '../../bin/rehearsal/write-year.js';
import { wordsIn } from '../../client/words.js';
import { readHolidays } from '../../config/holidays.js';
import { defaultCadence } from '../../domain/cadence.js';
import { readMail } from '../../mail/read/read-mail.js';
import { sampleRegister } from '../record/sample-register.js';
import { cachedTestServer } from '../worker/local/cached-binaries.js';
import { quietRuntime } from '../workflows/quiet-runtime.js';

const year = 2026;
const campaign = {
  id: `sample-${year}`,
  year,
  register: sampleRegister({ parties: 3, tasks: 4 }),
  cadence: defaultCadence,
  quietDays: [],
};
const holidays = readHolidays();
const folder = mkdtempSync(join(tmpdir(), 'shuangyue-rehearsed-'));

async function rehearse(out: string, behaviour: Behaviour = 'simulated') {
  const played = await rehearseYear({
    campaign,
    seed: 7,
    behaviour,
    holidays,
    mail: { domain: 'sy.example', from: 'zqb@ln.example', publicUrl: 'http://sy.example' },
    server: await cachedTestServer(),
    cacheFolder: join(tmpdir(), 'shuangyue-test'),
    words: wordsIn('zh'),
    signal: new AbortController().signal,
    reached: () => undefined,
  });
  const rehearsed = rehearsedYear(played, { campaign, seed: 7, behaviour, holidays, manyTasks: 1 });
  await writeYear(join(folder, out), rehearsed);
  return summaryOf(rehearsed);
}

const filesOf = (out: string): readonly string[] =>
  readdirSync(join(folder, out), { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, out, name)).isFile())
    .toSorted((one, other) => one.localeCompare(other));

const hashes = (out: string) =>
  filesOf(out).map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(folder, out, name)))
        .digest('hex')}`,
  );

/** 2026 has begun, whatever today is: it is rehearsed from its first round. */
describe('a rehearsed year', () => {
  let summary: Awaited<ReturnType<typeof rehearse>>;

  beforeAll(async () => {
    quietRuntime();
    summary = await rehearse('one');
  }, 900_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the same bytes for the same seed', async () => {
    expect(await rehearse('two')).toEqual(summary);
    expect(hashes('two')).toEqual(hashes('one'));
  }, 900_000);

  it('runs all six rounds from opening to bulletin', () => {
    expect(summary.rounds.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `2026-${n}`));
    expect(summary.byKind['opening']).toBe(6 * 3);
    expect(summary.byKind['bulletin']).toBe(6);
    expect(summary.byKind['receipt']).toBeGreaterThan(6);
    expect(summary.bulletins).toEqual(summary.rounds.map(({ round }) => `bulletins/${round}-v1.html`));
  });

  it('dates every letter in the rehearsed year', async () => {
    for (const { file, sentAt } of summary.files) {
      const { date, messageId } = await readMail(readFileSync(join(folder, 'one', file)));
      expect(date).toBe(sentAt);
      expect(messageId).toMatch(/@sy\.example>$/);
      expect(sentAt.slice(0, 4)).toBe('2026');
    }
  });

  it('leaves the ladder on its planned days', () => {
    const opening = summary.files.filter(({ kind, round }) => kind === 'opening' && round === '2026-1');
    expect(opening.map(({ sentAt }) => sentAt)).toEqual(Array(3).fill('2026-02-09T01:30:00.000Z'));
  });

  it('warns of a party with many tasks', () => {
    expect(summary.warnings.filter((warning) => warning.includes('牵头2项任务（多于1项）'))).toHaveLength(1);
  });

  it('names no path, no process and no today', () => {
    const named = [folder, homedir(), tmpdir(), new Date().toISOString().slice(0, 10)];
    for (const name of filesOf('one').filter((file) => !file.endsWith('.eml'))) {
      const text = readFileSync(join(folder, 'one', name), 'utf8');
      expect(named.filter((found) => text.includes(found))).toEqual([]);
    }
  });

  it('shows every letter in a page where nothing runs', () => {
    const index = readFileSync(join(folder, 'one', 'index.html'), 'utf8');
    expect(index).toContain('<iframe sandbox=""');
    for (const { file } of summary.files) {
      const page = file.replace(/\.eml$/, '.html');
      expect(index).toContain(encodeURI(page));
      expect(readFileSync(join(folder, 'one', page), 'utf8')).toContain('content="default-src &#39;none&#39;;');
    }
  });

  it('sends heads every letter they can get when all are silent', async () => {
    const silent = await rehearse('silent', 'silent');
    expect(silent.byKind['receipt']).toBeUndefined();
    expect(silent.byKind['reminder']).toBe(6 * 3);
    expect(silent.byKind['escalation']).toBe(6 * 3);
    expect(silent.toHeads).toBe(6 * 3);
  }, 900_000);
});
