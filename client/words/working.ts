/** What is said while work goes on. */
const chinese = {
  start: '正在启动：存入台账，建立任务和文书',
  openRound: '正在开启调度期：拟发调度通知',
  closeRound: '正在关闭调度期：各任务定局',
  pause: '正在暂停',
  resume: '正在恢复：重排各步骤',
  close: '正在结束：导出历史',
  approve: '正在审定并印发',
};

const english: typeof chinese = {
  start: 'starting: storing the register, starting tasks and desks',
  openRound: 'opening the round: letters are drafted',
  closeRound: 'closing the round: each task settles',
  pause: 'pausing',
  resume: 'resuming: steps are planned anew',
  close: 'ending: histories are exported',
  approve: 'approving and publishing',
};

export const workingWords = { zh: chinese, en: english };
