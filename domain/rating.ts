/** 自评 and 核定: the party's own word on a task, and the coordinator's. */
export const ratings = {
  done: '已完成',
  onTrack: '序时推进',
  behind: '进展滞后',
  notStarted: '尚未启动',
  longTerm: '长期推进',
  adjust: '申请调整',
  separate: '另行报送',
} as const;

export type Rating = keyof typeof ratings;
