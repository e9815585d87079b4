import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { skipBygone } from '../../activities/skip-bygone.js';
import { readHolidays } from '../../config/holidays.js';
import { defaultCadence } from '../../domain/cadence.js';
import { planYear } from '../../domain/round-plan.js';
import { status } from '../../record/board.js';
import { saveCampaign } from '../../record/campaigns.js';
import { readRounds, saveRounds } from '../../record/rounds.js';
import { openTestRecord, type TestRecord } from '../record/open-test-record.js';
import { sampleCampaign } from '../record/sample-register.js';

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

const year = { cadence: defaultCadence, zone: 'Asia/Shanghai', holidays: readHolidays(), year: 2026 };

/** States of the six rounds when the campaign began then and is planned at that instant. */
async function states(campaign: string, startedAt: string, plannedAt = startedAt): Promise<readonly string[]> {
  await record.db.transaction().execute((trx) => saveCampaign(trx, sampleCampaign(campaign)));
  await saveRounds(record.db, campaign, planYear(year));
  await skipBygone(record.db, {
    ...year,
    campaign,
    startsAt: Date.parse(startedAt),
    at: Date.parse(plannedAt),
  });
  return (await readRounds(record.db, campaign)).map(({ state }) => state);
}

describe('rounds that had gone by when a campaign began', () => {
  it('are skipped, and those that can still be held are not', async () => {
    expect(await states('november', '2026-11-26T02:00:00Z')).toEqual([...Array(5).fill('skipped'), 'planned']);
    expect(await states('late', '2026-11-04T02:00:00Z')).toEqual([...Array(4).fill('skipped'), 'planned', 'planned']);
    expect(await states('january', '2026-01-05T02:00:00Z')).toEqual(Array(6).fill('planned'));
  });

  it('are none of those that an outage made us miss', async () => {
    expect(await states('outage', '2026-01-05T02:00:00Z', '2026-11-26T02:00:00Z')).toEqual(Array(6).fill('planned'));
  });

  it('are never shown as the current round', async () => {
    expect(await status(record.db, 'november', '2026-11-26T03:00:00Z')).toMatchObject({
      round: { id: '2026-6', state: 'planned' },
    });
  });
});
