import { describe, expect, it } from '@jest/globals';
import { run } from './run-client.js';

describe('the history of a task', () => {
  it('tells all that happened in the order in which it did', async () => {
    const { out } = await run(['history', '2']);
    const events = ['自动回复', '电话', '逾期：待报 → 逾期', '第1次报送', '逾期催办 40'];
    expect(events.map((event) => out.indexOf(event))).toEqual(
      events.map((event) => out.indexOf(event)).toSorted((one, other) => one - other),
    );
    for (const event of events) expect(out).toContain(event);
  });

  it.each([
    '牵头：省科技厅（kjt）',
    '第1次报送（回信，逾期补报）　kjt',
    '进展：已检查21家',
    '逾期催办 40（已发）',
    '送 kjt.a@ln.example',
    '已接通，已收到通知，卡在审签',
    '自 kjt.a@ln.example：自动回复',
  ])('says %s', async (line) => {
    expect((await run(['history', '2'])).out).toContain(line);
  });

  it('is cut to one round', async () => {
    const { out } = await run(['history', '2', '--round', '1']);
    expect(out).toContain('自动回复');
    expect(out).not.toContain('电话');
    expect((await run(['history', '2', '--round', '6'])).out).toContain('2026-6期还没有发生任何事');
  });

  it('as data carries the record and the timeline', async () => {
    const data: unknown = JSON.parse((await run(['history', '2', '--json'])).out);
    expect(data).toMatchObject({ number: 2, letters: [{ id: 40 }], calls: [{ id: 3 }] });
    expect(data).toHaveProperty('timeline.length', 5);
  });

  it('speaks English when asked to', async () => {
    const { out } = await run(['history', '2'], { language: 'en' });
    expect(out).toContain('overdue: asked → overdue');
    expect(out).toContain('answer, version 1 (by mail, late)');
  });
});
