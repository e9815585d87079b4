import { describe, expect, it } from '@jest/globals';
import { createApp } from '../../web/app.js';
import { apiKey, now, openOffice, token } from './fake-office.js';

const failures = [
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  new Error('Connection terminated unexpectedly'),
];

function officeThatFails(problem: Error) {
  const { deps, problems } = openOffice();
  const fail = () => Promise.reject(problem);
  const app = createApp({
    deps: { ...deps, answers: { ...deps.answers, openForm: fail }, board: { ...deps.board, campaigns: fail } },
    apiKey,
    publicUrl: 'http://office.test',
    now,
    onProblem: (seen) => problems.push(seen),
  });
  return { app, problems };
}

describe('while the record cannot be reached', () => {
  it.each(failures)('a page says to try again shortly: %s', async (problem) => {
    const { app, problems } = officeThatFails(problem);
    const reply = await app.request(`/a/${token}`);
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('10');
    expect(await reply.text()).toContain('记录库暂时连不上');
    expect(problems).toEqual([problem]);
  });

  it('the interface says so with a code', async () => {
    const { app } = officeThatFails(failures[0] ?? new Error());
    const reply = await app.request('/api/campaigns', { headers: { authorization: `Bearer ${apiKey}` } });
    expect(reply.status).toBe(503);
    expect(await reply.json()).toMatchObject({ error: { code: 'unavailable' } });
  });

  it('other failures stay failures', async () => {
    const { app } = officeThatFails(Object.assign(new Error('no such column'), { code: '42703' }));
    expect((await app.request(`/a/${token}`)).status).toBe(500);
  });
});
