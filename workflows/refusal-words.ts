import type { Language } from '../domain/sentence.js';

/** Why a workflow does not take an order, for who gave it. */
const chinese = {
  language: 'zh' as Language,
  task: (number: number, why: string) => `任务${number}${why}`,
  states: { starting: '启动中', running: '进行中', paused: '已暂停', closed: '已结束' },
  notOpened: (state: string) => `行动当前为“${state}”，不能开启调度期。`,
  stillOpen: (open: string, wanted: string) => `${open}期尚未关闭，不能同时开启${wanted}期；请先关闭该期。`,
  otherNext: (next: string | undefined, wanted: string) =>
    `下一个调度期是${next ?? '（本年已无）'}，不能开启${wanted}期。`,
  notPaused: (state: string) => `行动当前为“${state}”，不能暂停。`,
  notResumed: (state: string) => `行动当前为“${state}”，不能恢复。`,
  openAtEnd: (open: string) => `${open}期尚未关闭，不能结束行动；请先用 shuangyue close-round 关闭该期。`,
  hasEnded: '行动已经结束。',
  roundClosing: (round: string) => `调度期${round}已在关闭，无需再次关闭。`,
  mailNotHeld: '此件不在待核之列，无需处理。',
  noLetter: (letter: number) => `没有编号为${letter}的函，编号应为正整数；请用 shuangyue letters 查看。`,
  stopPast: (until: string) => `停发至${until}已经过去或无法识别；请给出将来的日期。`,
  noChange: (change: number) => `没有编号为${change}的联络人变更；请重新用 shuangyue contact 提出。`,
  bulletinPublished: (round: string, version: number) =>
    `${round}期简报第${version}版已经印发，无需再审；要更正请先用 bulletin edit 或 bulletin return 形成更正稿。`,
  bulletinBeingWritten: (round: string) => `${round}期简报正在重新编写，稍候片刻，看过新稿再审。`,
  bulletinInPrint: (round: string) => `${round}期简报已经审定，正在印发；印发后可再更正。`,
};

const english: typeof chinese = {
  language: 'en',
  task: (number, why) => `Task ${number}${why}`,
  states: { starting: 'starting', running: 'running', paused: 'paused', closed: 'closed' },
  notOpened: (state) => `The campaign is ${state}: no round can be opened.`,
  stillOpen: (open, wanted) => `Round ${open} is not closed, so ${wanted} cannot be opened; close that one first.`,
  otherNext: (next, wanted) => `The next round is ${next ?? '(none this year)'}, so ${wanted} cannot be opened.`,
  notPaused: (state) => `The campaign is ${state} and cannot be paused.`,
  notResumed: (state) => `The campaign is ${state} and cannot be resumed.`,
  openAtEnd: (open) =>
    `Round ${open} is not closed, so the campaign cannot end; close it by shuangyue close-round first.`,
  hasEnded: 'The campaign has ended.',
  roundClosing: (round) => `Round ${round} is being closed already.`,
  mailNotHeld: 'This mail is not held; there is nothing to decide.',
  noLetter: (letter) => `There is no letter ${letter}: expected a whole number above 0; see shuangyue letters.`,
  stopPast: (until) => `"${until}" is past or no date: expected a date to come.`,
  noChange: (change) => `There is no contact change ${change}: ask for it again by shuangyue contact.`,
  bulletinPublished: (round, version) =>
    `Version ${version} of the bulletin of round ${round} is published and needs no approval; to correct it, make a correction by bulletin edit or bulletin return first.`,
  bulletinBeingWritten: (round) =>
    `The bulletin of ${round} is being written anew; wait a moment, read the new draft, then decide.`,
  bulletinInPrint: (round) =>
    `The bulletin of round ${round} is approved and being published; it can be corrected after that.`,
};

export type RefusalWords = typeof chinese;
export const refusalWords = { zh: chinese, en: english };
