import { describe, expect, it } from '@jest/globals';
import type { Seen } from '../../bin/campaign-watch.js';
import { createStory } from '../../bin/story.js';
import { demoWords } from '../../bin/words/demo.js';
import { createStoryteller } from '../../bin/storyteller.js';
import type { BulletinEntry, LetterEntry, Status } from '../../domain/board.js';
import type { Standing } from '../../domain/standing.js';

const at = (seconds: number): string => new Date(Date.parse('2026-11-23T02:00:00Z') + seconds * 1_000).toISOString();
const round = { id: '2026-1', state: 'open', opensAt: at(0), answerBy: at(50), closesAt: at(105) } as const;
const task = (number: number, standing: Standing, inRound = '2026-1') => ({
  number,
  title: '某项任务',
  lead: 'jyt',
  standing,
  answerBy: at(50),
  round: inRound,
  version: 0,
});

const seen = (more: Partial<Status> = {}, rest: Partial<Seen> = {}): Seen => ({
  status: {
    campaign: 'demo',
    title: '行动',
    state: 'running',
    now: at(10),
    round,
    counts: {},
    parties: [],
    tasks: [task(1, 'asked'), task(2, 'answered'), task(3, 'excused'), task(4, 'overdue')],
    next: [],
    waiting: { heldMail: 0, toEnter: 0, unsigned: 0, doubtful: 0, withheld: 0, draftBulletins: 0, contactChanges: 0 },
    letters: { sent: 0, waiting: 0, refused: 0 },
    ...more,
  },
  letters: [],
  bulletins: [],
  ...rest,
});

const letter = (kind: string, state: string, id = 1): LetterEntry => ({
  id,
  kind,
  desk: 'jyt',
  round: '2026-1',
  state,
  subject: null,
  to: [],
  cc: [],
  tasks: [id],
  plannedAt: at(0),
  sentAt: null,
  signedBy: null,
  failure: null,
});

const bulletin = (number: number, state: BulletinEntry['state']): BulletinEntry => ({
  round: `2026-${number}`,
  version: 1,
  issue: number,
  state,
  title: '简报',
  composedAt: at(106),
  publishedAt: state === 'published' ? at(110) : null,
  path: `/home/demo/2026-${number}-v1.html`,
});

describe('the story', () => {
  it('tells an opening once, when all its letters have left', () => {
    const story = createStory('Asia/Shanghai', demoWords.zh);
    expect(story.tell(seen({}, { letters: [letter('opening', 'sending')] })).lines).toEqual([]);
    const told = seen({}, { letters: [letter('opening', 'sent')] });
    expect(story.tell(told).lines).toEqual(['第1期开启：1封调度通知，4项任务，10:00:50截止']);
    expect(story.tell(told).lines).toEqual([]);
  });

  it('tells letters of a kind as they grow', () => {
    const story = createStory('Asia/Shanghai', demoWords.zh);
    story.tell(seen());
    const lines = (letters: readonly LetterEntry[]) => story.tell(seen({ counts: { answered: 2 } }, { letters })).lines;
    expect(lines([letter('overdue', 'sent')])).toEqual(['逾期催办：1封（1项任务），按期报送2项']);
    expect(lines([letter('overdue', 'sent')])).toEqual([]);
    expect(lines([letter('overdue', 'sent'), letter('overdue', 'sent', 2)])).toHaveLength(1);
  });

  it('counts as reported what is no longer awaited in this round', () => {
    const { progress } = createStory('Asia/Shanghai', demoWords.zh).tell(seen());
    expect(progress).toMatchObject({ reported: 2, total: 4, remark: '待报 2，距截止 40 秒' });
    const before = seen({ tasks: [task(1, 'answered', '2025-6')] });
    expect(createStory('Asia/Shanghai', demoWords.zh).tell(before).progress).toMatchObject({ reported: 0, total: 1 });
  });

  it('names the path of a bulletin once its letter has left', () => {
    const story = createStory('Asia/Shanghai', demoWords.zh);
    story.tell(seen());
    const bulletins = [bulletin(1, 'published')];
    expect(story.tell(seen({}, { bulletins, letters: [letter('bulletin', 'sending')] })).lines).toEqual([]);
    const lines = story
      .tell(seen({}, { bulletins, letters: [letter('bulletin', 'sent')] }))
      .lines.join('\n')
      .split('\n');
    expect(lines).toContain('bulletin: /home/demo/2026-1-v1.html');
    expect(story.published()).toBe(1);
  });

  it('does not count bulletins of an earlier run', () => {
    const story = createStory('Asia/Shanghai', demoWords.zh);
    expect(story.tell(seen({}, { bulletins: [bulletin(1, 'published')] })).lines.join()).toContain('bulletin: ');
    expect(story.published()).toBe(0);
    story.tell(seen({}, { bulletins: [bulletin(1, 'published'), bulletin(2, 'published')] }));
    expect(story.published()).toBe(1);
  });

  it('is over after six rounds', () => {
    const story = createStory('Asia/Shanghai', demoWords.zh);
    const bulletins = [1, 2, 3, 4, 5, 6].map((number) => bulletin(number, 'published'));
    story.tell(seen({}, { bulletins: bulletins.slice(1) }));
    expect(story.isOver()).toBe(false);
    const closed = { round: { ...round, id: '2026-6', state: 'closed' as const } };
    expect(story.tell(seen(closed, { bulletins })).lines.at(-1)).toContain('六期已毕');
    expect(story.isOver()).toBe(true);
  });
});

const spoken = (isTTY: boolean) => {
  const written: string[] = [];
  const out = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  let now = 0;
  const teller = createStoryteller(out, () => now, demoWords.zh);
  return { teller, written, wait: (ms: number) => void (now += ms) };
};

describe('the storyteller', () => {
  const progress = { label: '第1期', reported: 50, total: 100, remark: '待报 50' };
  it('writes no escapes where there is no terminal', () => {
    const { teller, written } = spoken(false);
    teller.line('一行');
    teller.chapter({ lines: ['又一行'], progress });
    teller.end();
    expect(written.join('')).not.toContain('\u001b');
    expect(written).toEqual(['一行\n', '又一行\n', '　　第1期 已报 50/100　待报 50\n']);
  });

  it('repeats progress there only now and then', () => {
    const { teller, written, wait } = spoken(false);
    for (let reported = 0; reported < 30; reported += 1) {
      teller.chapter({ lines: [], progress: { ...progress, reported } });
      wait(1_000);
    }
    expect(written).toHaveLength(3);
  });

  it('keeps its bar below the lines on a terminal', () => {
    const { teller, written } = spoken(true);
    teller.chapter({ lines: [], progress });
    teller.line('一行');
    expect(written.at(-1)).toMatch(/一行\n.*50\/100/s);
    teller.end();
    expect(written.at(-1)).not.toContain('50/100');
  });
});
