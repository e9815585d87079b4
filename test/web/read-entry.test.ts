import { describe, expect, it } from '@jest/globals';
import { freshDraft } from '../../web/answer/draft.js';
import type { MailOpened } from '../../web/entry/entry.js';
import { readEntry } from '../../web/entry/read-entry.js';
import { form } from './fake-office.js';

const shown = form();
const opened = (toEnter: MailOpened['toEnter'], entered: readonly number[] = []) =>
  ({ toEnter, entered, form: shown }) as unknown as MailOpened;
const both = [17, 18].map((task) => ({ task, open: true }));
const today = '2026-04-20';

function read(of: MailOpened, typed: Readonly<Record<string, string>>) {
  return readEntry(of, shown, { ...freshDraft(shown, 'page'), ...typed }, today);
}
const badOf = (result: ReturnType<typeof read>) =>
  result.ok ? [] : result.bad.map(({ label, message }) => `${label}：${message}`);

describe('what a coordinator typed beside a mail', () => {
  it('settles it once each task is entered or absent', () => {
    const result = read(opened(both), { 't17.rating': 'onTrack', 't18.absent': 'yes', act: 'settle' });
    expect(result).toMatchObject({ ok: true, absent: [18], settle: true, answers: [{ task: 17 }] });
  });

  it('is taken in part where it says so', () => {
    const result = read(opened(both), { 't17.rating': 'onTrack', act: 'part' });
    expect(result).toMatchObject({ ok: true, settle: false, absent: [], answers: [{ task: 17 }] });
  });

  it.each<[string, MailOpened, Readonly<Record<string, string>>, RegExp]>([
    ['leaves a task out', opened(both), { 't17.rating': 'onTrack' }, /^任务18：还没有录入/],
    ['says both of one', opened(both), { 't17.rating': 'onTrack', 't17.absent': 'yes', 't18.absent': 'yes' }, /^任务17：既填了内容/],
    ['says nothing', opened(both), { act: 'part' }, /^本页：没有填写/],
    ['gives back after the closing', opened([{ task: 17, open: false }]), { 't17.absent': 'yes' }, /^任务17：调度期已经关闭/],
    ['writes a figure that is none', opened(both), { 't17.figure.0': '约30', 't18.absent': 'yes' }, /^任务17：“本年累计”/],
  ])('is asked again where it %s', (_what, of, typed, sentence) => {
    expect(badOf(read(of, typed)).some((said) => sentence.test(said))).toBe(true);
  }); // prettier-ignore

  it('may settle what was entered before', () => {
    expect(read(opened([], [17]), {})).toMatchObject({ ok: true, answers: [], settle: true });
  });

  it('may leave unread what cannot be given back', () => {
    const closed = both.map(({ task }) => ({ task, open: false }));
    expect(read(opened(closed), { 't17.rating': 'onTrack' })).toMatchObject({ ok: true, answers: [{ task: 17 }] });
  });

  it('keeps the files of an answer that stands', () => {
    const file = { name: 'a.pdf', hash: 'a'.repeat(64), bytes: 3 };
    const [first, ...rest] = shown.tasks;
    const current = { version: 1, receivedAt: '2026-04-20T01:00:00Z', channel: 'form', content: { figures: [], files: [file] } } as const; // prettier-ignore
    const answered = form({ tasks: first ? [{ ...first, current }, ...rest] : [] });
    const { 't17.files': _never, ...posted } = freshDraft(answered, 'page');
    const result = readEntry(opened([]), answered, { ...posted, 't17.rating': 'onTrack' }, today);
    expect(result).toMatchObject({ ok: true, answers: [{ task: 17, content: { files: [file] } }] });
  });
});
