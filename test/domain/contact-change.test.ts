import { describe, expect, it } from '@jest/globals';
import { asksToConfirm } from '../../domain/contact-ask.js';
import { handOverDoubts, type HandOver } from '../../domain/contact-change.js';

const usual: HandOver = {
  own: { post: 'liaison-a', email: 'zhang@kjt.ln.example' },
  post: 'liaison-a',
  email: 'li@KJT.ln.example',
  from: '2026-04-20',
  today: '2026-04-20',
  elsewhere: [],
};

describe('a hand-over on the page', () => {
  it('to a colleague from today waits for nobody', () => {
    expect(handOverDoubts(usual)).toEqual([]);
  });

  it.each<[string, Partial<HandOver>, string]>([
    ['of another post', { post: 'liaison-b' }, '联络员B不是链接持有人（联络员A）本人的岗位'],
    ['to another domain', { email: 'li@evil.example' }, '不在原邮箱的域名 kjt.ln.example 之下'],
    ['to a look-alike domain', { email: 'li@xkjt.ln.example' }, '不在原邮箱的域名'],
    ['within a public domain', { own: { post: 'liaison-a', email: 'a@qq.com' }, email: 'b@qq.com' }, '公用邮箱'],
    ['to an address of another party', { elsewhere: ['省教育厅'] }, '已登记在省教育厅'],
    ['from a day to come', { from: '2026-05-06' }, '自5月6日（星期三）起'],
  ])('%s waits for a coordinator', (_, more, doubt) => {
    const doubts = handOverDoubts({ ...usual, ...more });
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toContain(doubt);
  });
});

describe('a 调度通知 asks the liaison to confirm', () => {
  const campaignBegan = '2026-01-05T01:00:00.000Z';
  const at = '2026-08-11T01:30:00.000Z';
  const registered = { since: campaignBegan, confirmedAt: null };

  it.each<[string, string, object, boolean]>([
    ['the first round', '2026-1', {}, true],
    ['the fourth round', '2026-4', {}, true],
    ['any other round', '2026-3', {}, false],
    ['confirmed lately', '2026-4', { confirmedAt: '2026-06-01T00:00:00.000Z' }, false],
    ['confirmed in February', '2026-4', { confirmedAt: '2026-02-10T00:00:00.000Z' }, true],
    ['took over just now', '2026-4', { since: '2026-08-01T00:00:00.000Z' }, false],
    ['took over in June', '2026-4', { since: '2026-06-10T00:00:00.000Z' }, true],
  ])('%s', (_, round, more, asks) => {
    expect(asksToConfirm(round, { ...registered, ...more }, { campaignBegan, at })).toBe(asks);
  });

  it('a register of yesterday is nobody’s confirmation', () => {
    const opening = { campaignBegan, at: '2026-01-06T01:00:00.000Z' };
    expect(asksToConfirm('2026-1', registered, opening)).toBe(true);
  });
});
