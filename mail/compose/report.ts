import { paragraph, presentBlocks, type Block, type Draft } from './draft.js';
import { internal } from './frame.js';
import type { ReportModel } from './letter-model.js';
import { roundNumber } from './round-name.js';

const rounds = (missed: readonly string[]): string => missed.map((round) => `第${roundNumber(round)}次`).join('、');

const efforts = ({ letters = 0, calls = 0 }: ReportModel['parties'][number]): string =>
  [letters > 0 && `发函${letters}次`, calls > 0 && `电话${calls}次`].filter(Boolean).join('，');

const missedTable = ({ parties }: ReportModel): Block => ({
  kind: 'table',
  columns: [
    { label: '单位', width: 22 },
    { label: '未报期次', width: 18, align: 'center' },
    { label: '联系情况', width: 18, align: 'center' },
    { label: '未报任务', width: 42, long: true },
  ],
  rows: parties.map((entry) => [
    entry.party.name,
    rounds(entry.rounds),
    efforts(entry),
    entry.tasks
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, title }) => `${number}　${title}`)
      .join('\n'),
  ]),
});

/** 专报, a draft for the leadership office that only a coordinator may pass on. */
export const composeReport = (model: ReportModel, zone: string): Draft => {
  const { campaign, parties } = model;
  const title = `关于${campaign.title}双月调度连续未报情况的专报`;
  return {
    ...internal(model, zone),
    foot: ['本件为代拟稿，须经协调岗位核实、领导审定后报送；系统不自动上报。'],
    subject: `【专报代拟稿】${parties.length}个单位连续两期未报`,
    title,
    salutation: `${campaign.office.name}：`,
    blocks: presentBlocks([
      paragraph(`${campaign.title}双月调度中，以下${parties.length}个单位连续未报送任务进展情况，按程序报告如下：`),
      missedTable(model),
      paragraph('上述单位均已按调度安排通知、提示，各次联系记录可查。'),
      paragraph(
        '建议：一、由领导小组办公室负责同志与有关单位沟通，了解实际困难；二、任务分工、目标或时限确需调整的，按程序报批。',
      ),
    ]),
  };
};
