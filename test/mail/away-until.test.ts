import { describe, expect, it } from '@jest/globals';
import { awayUntil } from '../../mail/judge/away-until.js';

describe('an automatic reply says until when', () => {
  it.each([
    ['您好，我于4月20日至4月30日出差，急事请致电024-86890001。', '2026-04-30'],
    ['本人4月20日—28日外出培训，回来后回复。', '2026-04-28'],
    ['因公出国（４月２０日至５月７日），请联系李四。', '2026-05-07'],
    ['我正在休假，5月6日返岗。', '2026-05-06'],
    ['我正在休假，将于5月6日（周三）上午回来上班。', '2026-05-06'],
    ['休假至2026年5月6日', '2026-05-06'],
    ['I am out of office until 2026-05-06.', '2026-05-06'],
    ['自12月20日起休假，到1月5日。', '2027-01-05'],
  ])('%s', (text, day) => {
    const receivedAt = text.includes('12月') ? '2026-12-21T09:00:00+08:00' : '2026-04-21T09:00:00+08:00';
    expect(awayUntil(text, receivedAt)).toBe(day);
  });

  it.each([
    '您的邮件已收到，我会尽快回复。',
    '我外出期间不看邮件，急事请拨024-86890001。',
    '关于4月13日来函，我正在出差。',
    '出差至下月底。',
    '至2月31日',
  ])('%s names no day', (text) => {
    expect(awayUntil(text, '2026-04-21T09:00:00+08:00')).toBeUndefined();
  });
});
