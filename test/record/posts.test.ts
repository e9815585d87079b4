import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRegister, saveCampaign, setCampaignState } from '../../record/campaigns.js';
import { applyContactChange, askContactChange, readContactChange } from '../../record/contact-changes.js';
import { changePost, clearBounced, currentPosts, markBounced, type PostChange } from '../../record/posts.js';
import { partiesByAddress, partiesByDomain } from '../../record/senders.js';
import { openTestRecord, type TestRecord } from './open-test-record.js';
import { sampleCampaign } from './sample-register.js';

let record: TestRecord;
const at = '2026-03-02T01:00:00.000Z';
const head = { campaign: 'demo', party: 'p0', kind: 'head' } as const;

beforeAll(async () => {
  record = await openTestRecord();
  await record.db.transaction().execute((trx) => saveCampaign(trx, sampleCampaign('demo')));
});
afterAll(() => record.close());

describe('a post', () => {
  it('keeps the holders it had', async () => {
    const change = { ...head, name: '新负责人', email: 'new.head@p0.example', at, by: 'zqb1', why: '分工调整' };
    await record.db.transaction().execute((trx) => changePost(trx, change));
    const holders = await record.db
      .selectFrom('post')
      .select(['email', 'since', 'until', 'changed_by', 'why'])
      .where('party', '=', 'p0')
      .where('kind', '=', 'head')
      .orderBy('id')
      .execute();
    expect(holders).toEqual([
      { email: 'p0.head@p0.example', since: '2026-01-05T01:00:00.000Z', until: at, changed_by: 'zqb1', why: null },
      { email: 'new.head@p0.example', since: at, until: null, changed_by: 'zqb1', why: '分工调整' },
    ]);
    const register = await readRegister(record.db, 'demo');
    expect(register?.parties[0]?.posts.head).toEqual({ name: '新负责人', email: 'new.head@p0.example' });
  });

  it('keeps its number while its holder stays', async () => {
    const section = { campaign: 'demo', party: 'p1', kind: 'section', name: '承办处室', by: 'zqb1' } as const;
    const change = (said: Partial<PostChange>) =>
      record.db.transaction().execute((trx) => changePost(trx, { ...section, email: 'a@p1.example', at, ...said }));
    const phone = async () => (await currentPosts(record.db, section)).find(({ kind }) => kind === 'section')?.phone;
    await change({ phone: '024-00000001' });
    await change({ email: 'b@p1.example' });
    expect(await phone()).toBe('024-00000001');
    const register = await readRegister(record.db, 'demo');
    expect(register?.parties[1]?.posts.section).toEqual({
      name: '承办处室',
      email: 'b@p1.example',
      phone: '024-00000001',
    });
    await change({ name: '另一处室' });
    expect(await phone()).toBeNull();
  });

  it('remembers a bounce until it is cleared or has a new holder', async () => {
    const bounce = { campaign: 'demo', email: 'P2.HEAD@p2.example', at };
    expect(await markBounced(record.db, bounce)).toEqual([{ party: 'p2', kind: 'head' }]);
    expect(await markBounced(record.db, bounce)).toEqual([]);
    const bouncedAt = async () =>
      (await currentPosts(record.db, { campaign: 'demo', party: 'p2' })).find(({ kind }) => kind === 'head')?.bouncedAt;
    expect(await bouncedAt()).toBe(at);
    await clearBounced(record.db, { ...head, party: 'p2' });
    expect(await bouncedAt()).toBeNull();
  });
});

describe('a sender', () => {
  it('is known by its current address in any case', async () => {
    const known = [{ campaign: 'demo', party: 'p1', kind: 'liaison-a' }];
    expect(await partiesByAddress(record.db, { campaign: 'demo', email: 'p1.liaison@P1.EXAMPLE' })).toEqual(known);
    expect(await partiesByAddress(record.db, { email: 'p1.liaison@p1.example' })).toEqual(known);
    expect(await partiesByAddress(record.db, { campaign: 'demo', email: 'p0.head@p0.example' })).toEqual([]);
  });

  it('is guessed by its domain, not by a part of it', async () => {
    const parties = await partiesByDomain(record.db, { campaign: 'demo', domain: 'P1.example' });
    expect(new Set(parties.map(({ party }) => party))).toEqual(new Set(['p1']));
    expect(await partiesByDomain(record.db, { campaign: 'demo', domain: 'example' })).toEqual([]);
  });

  it('is not looked for in closed campaigns unless one is named', async () => {
    await record.db.transaction().execute((trx) => saveCampaign(trx, sampleCampaign('past')));
    await setCampaignState(record.db, { campaign: 'past', state: 'closed' });
    const email = 'p1.liaison@p1.example';
    expect(await partiesByAddress(record.db, { email })).toHaveLength(1);
    expect(await partiesByAddress(record.db, { campaign: 'past', email })).toHaveLength(1);
  });
});

describe('a change of contact', () => {
  it('is applied once', async () => {
    const change = await askContactChange(record.db, {
      campaign: 'demo',
      party: 'p1',
      kind: 'liaison-b',
      name: '联络员B',
      email: 'b@p1.example',
      phone: '024-00000002',
      askedBy: 'zqb1',
      askedAt: at,
    });
    expect(await readContactChange(record.db, change)).toMatchObject({ email: 'b@p1.example', appliedAt: null });
    const apply = () => record.db.transaction().execute((trx) => applyContactChange(trx, { change, by: 'zqb1', at }));
    expect(await apply()).toMatchObject({ applied: { id: change, appliedAt: at, state: 'applied' } });
    expect(await apply()).toBeUndefined();
    const posts = await currentPosts(record.db, { campaign: 'demo', party: 'p1' });
    expect(posts.filter(({ kind }) => kind === 'liaison-b')).toMatchObject([
      { email: 'b@p1.example', phone: '024-00000002', since: at },
    ]);
  });
});
