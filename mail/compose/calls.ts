import { instant } from './chinese-date.js';
import { paragraph, presentBlocks, type Block, type Draft } from './draft.js';
import { internal } from './frame.js';
import type { CallSheet, CallsModel } from './letter-model.js';
import { roundName } from './round-name.js';

const holder = ({ name, phone, email }: CallSheet['posts'][number]): string =>
  [name, phone, email].filter(Boolean).join('　');

const taskNames = ({ tasks }: CallSheet): string =>
  tasks
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, title }) => `${number}　${title}`)
    .join('\n');

const callTable = ({ parties }: CallsModel): Block => ({
  kind: 'table',
  columns: [
    { label: '单位', width: 16 },
    { label: '未报', width: 7, align: 'center' },
    { label: '联系岗位', width: 27, long: true },
    { label: '未报任务', width: 32, long: true },
    { label: '提示', width: 18, long: true },
  ],
  rows: parties.map((sheet) => [
    sheet.party.name,
    `${sheet.tasks.length}项`,
    sheet.posts.map(holder).join('\n'),
    taskNames(sheet),
    (sheet.troubles ?? []).filter(Boolean).join('\n'),
  ]),
});

/** 电话清单, to the coordinators on the day of answerBy: whom to ring about what. */
export const composeCalls = (model: CallsModel, zone: string): Draft => {
  const { round, parties } = model;
  const tasks = parties.reduce((sum, sheet) => sum + sheet.tasks.length, 0);
  return {
    ...internal(model, zone),
    subject: `【电话清单】${roundName(round.round)}：${parties.length}个单位${tasks}项待报`,
    salutation: '协调岗位：',
    blocks: presentBlocks([
      paragraph(
        `${roundName(round.round)}报送将于${instant(round.answerBy, zone)}截止。截至${instant(model.at, zone)}，`,
        parties.length > 0
          ? `尚有${parties.length}个单位${tasks}项任务待报，请逐一联系。`
          : '各单位均已报送，无需联系。',
      ),
      callTable(model),
      parties.length > 0 && { kind: 'heading', text: '电话要点' },
      parties.length > 0 && {
        kind: 'lines',
        lines: [
          '①是否收到；',
          '②卡在哪一环（处室、审签、数据未出）；',
          '③预计何时；',
          '④是否需延期或更换联系人。',
          '四项记入催报记录，不追问原因以外的事。',
        ],
      },
    ]),
  };
};
