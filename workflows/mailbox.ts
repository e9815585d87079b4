import {
  ActivityFailure,
  condition,
  continueAsNew,
  isCancellation,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { atTheMailbox } from './activity-proxies.js';
import * as api from './api.js';

/** Waits after this many watches in a row that a person's trouble ended: a server locks out who knocks too often. */
const patienceMinutes = [1, 5, 15, 30];
/** A day's watches. */
const watchesARun = 48;

/** The office's mailbox is watched: one watch after another, wherever a worker lives. */
export async function mailbox({ account, failures: before = 0 }: api.MailboxInput): Promise<void> {
  let failures = before;
  let asked = 0;
  setHandler(api.lookSignal, () => {
    asked += 1;
  });

  describe('正在看守。');
  for (let watch = 0; watch < watchesARun; watch += 1) {
    const known = asked;
    try {
      const watched = await atTheMailbox.watchMailbox.executeWithOptions({ summary: `看守${account}` }, [{ account }]);
      if (watched.state === 'elsewhere') return describe('设置中不再有这个邮箱，看守结束。');
      failures = 0;
      describe(`正在看守。上一班新收${watched.mails}封，最近一次看完于 ${watched.seenAt ?? '—'}。`);
    } catch (error) {
      if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
      const minutes = patienceMinutes[Math.min(failures, patienceMinutes.length - 1)] ?? 1;
      failures += 1;
      describe(`⚠ ${error.cause?.message ?? error.message}\n\n${minutes}分钟后再试；重新启动工作进程则立即再试。`);
      await condition(() => asked > known, minutes * 60_000, { summary: '等候再试' });
    }
  }
  await continueAsNew<typeof mailbox>({ account, failures });

  function describe(state: string): void {
    setCurrentDetails(`**${account}**\n\n${state}`);
  }
}
