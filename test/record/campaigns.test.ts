import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type NewCampaign,
  listCampaigns,
  readCampaign,
  readRegister,
  saveCampaign,
  setCampaignState,
} from '../../record/campaigns.js';
import { append } from '../../record/journal.js';
import { readRound, readRounds, saveRounds, setRoundState } from '../../record/rounds.js';
import { openTestRecord, type TestRecord } from './open-test-record.js';
import { sampleCampaign, sampleRegister, sampleRound } from './sample-register.js';

let record: TestRecord;
const save = (campaign: NewCampaign) => record.db.transaction().execute((trx) => saveCampaign(trx, campaign));

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

describe('a campaign', () => {
  it('gives back the register it was started with', async () => {
    expect(await save(sampleCampaign('given'))).toBe('saved');
    expect(await readRegister(record.db, 'given')).toEqual(sampleRegister());
    const { register: _register, by, ...rest } = sampleCampaign('given');
    const title = '示例行动';
    expect(await readCampaign(record.db, 'given')).toEqual({
      ...rest,
      title,
      setup: sampleRegister().campaign,
      state: 'running',
      startedBy: by,
    });
  });

  it('is written once, and another register under its id differs', async () => {
    expect(await save(sampleCampaign('twice'))).toBe('saved');
    expect(await save(sampleCampaign('twice'))).toBe('exists');
    expect(await save({ ...sampleCampaign('twice', { tasks: 9 }), registerHash: 'hash-2' })).toBe('differs');
    expect((await readRegister(record.db, 'twice'))?.tasks).toHaveLength(4);
  });

  it('is all or nothing', async () => {
    const campaign = sampleCampaign('torn');
    const [first] = campaign.register.tasks;
    if (first === undefined) throw new Error('the sample has no task');
    const register = { ...campaign.register, tasks: [{ ...first, lead: 'nobody' }] };
    await expect(save({ ...campaign, register })).rejects.toMatchObject({ code: '23503' });
    expect(await readCampaign(record.db, 'torn')).toBeUndefined();
  });

  it('is paused, and nobody can pause one that is not there', async () => {
    await save(sampleCampaign('paused'));
    await setCampaignState(record.db, { campaign: 'paused', state: 'paused' });
    expect((await listCampaigns(record.db)).find(({ id }) => id === 'paused')?.state).toBe('paused');
    await expect(setCampaignState(record.db, { campaign: 'none', state: 'paused' })).rejects.toThrow('没有行动 none');
  });
});

describe('the rounds of a plan', () => {
  it('come back in order, with their instants in UTC', async () => {
    await save(sampleCampaign('rounds'));
    await saveRounds(record.db, 'rounds', [sampleRound('2026-2', '04'), sampleRound('2026-1', '02')]);
    const rounds = await readRounds(record.db, 'rounds');
    expect(rounds.map(({ round }) => round)).toEqual(['2026-1', '2026-2']);
    expect(rounds[0]).toEqual({
      ...sampleRound('2026-1', '02'),
      opensAt: '2026-02-09T01:30:00.000Z',
      answerBy: '2026-02-25T09:00:00.000Z',
      closesAt: '2026-02-28T09:00:00.000Z',
      state: 'planned',
    });
  });

  it('move only while they are planned', async () => {
    await save(sampleCampaign('moved'));
    await saveRounds(record.db, 'moved', [sampleRound('2026-1', '02'), sampleRound('2026-2', '04')]);
    await setRoundState(record.db, { campaign: 'moved', round: '2026-1', state: 'open' });
    await saveRounds(record.db, 'moved', [sampleRound('2026-1', '03'), sampleRound('2026-2', '05')]);
    const [opened, planned] = await readRounds(record.db, 'moved');
    expect([opened?.cutoff, opened?.state]).toEqual(['2026-02-20', 'open']);
    expect([planned?.cutoff, planned?.state]).toEqual(['2026-05-20', 'planned']);
    expect((await readRound(record.db, { campaign: 'moved', round: '2026-2' }))?.ladder).toHaveLength(3);
  });
});

describe('the journal', () => {
  it('is written with its effect or not at all', async () => {
    await save(sampleCampaign('journal'));
    const entry = { campaign: 'journal', at: '2026-02-09T01:30:00.000Z', by: 'zqb1', act: '暂停' };
    const torn = record.db.transaction().execute(async (trx) => {
      await append(trx, entry);
      await setCampaignState(trx, { campaign: 'none', state: 'paused' });
    });
    await expect(torn).rejects.toThrow('没有行动 none');
    await record.db
      .transaction()
      .execute((trx) => append(trx, { ...entry, task: 17, why: '\0换届\uD800', detail: { days: 3 } }));
    const kept = await record.db.selectFrom('journal').selectAll().where('campaign', '=', 'journal').execute();
    expect(kept).toMatchObject([{ ...entry, task: 17, round: null, why: '\uFFFD换届\uFFFD', detail: { days: 3 } }]);
  });
});
