import { groupBy } from '../../domain/group-by.js';
import { confirmLink } from './contacts.js';
import { day, fullDay, instant, weekday } from './chinese-date.js';
import { paragraph, presentBlocks, type Draft } from './draft.js';
import { alsoDue, formLink, howToReply, numberedPoints, official } from './frame.js';
import type { OpeningModel } from './letter-model.js';
import { fullRoundName, periodMonths } from './round-name.js';
import { taskTable } from './task-table.js';
import { salutation, toneOf } from './tone.js';

const opening = ({ round, tasks, leads, accepted, reassigned }: OpeningModel): string => {
  const months = periodMonths(round.period);
  const call = `${fullRoundName(round.round)}${months && `（${months}）`}`;
  if (reassigned) {
    return `经调整，下表${tasks.length}项任务自即日起由贵单位牵头，${call}需报送的情况一并函告如下：`;
  }
  const earlier = accepted > 0 ? `，已验收${accepted}项不再报送` : '';
  return (
    `按照双月调度安排，现开展${call}。贵单位牵头任务${leads}项${earlier}，` +
    `本次需报送${tasks.length}项，清单及上期数据见下表。现函告如下：`
  );
};

const ways = ({ link, sheet }: OpeningModel): string => {
  const all = [
    sheet && '填好所附《调度表》，附在回信里',
    link && '打开专用链接填报',
    '回复本邮件，在邮件上方分项作答',
  ].filter(Boolean);
  return all.length > 1 ? `任选一种方式：${all.join('；')}` : all[0] || '';
};

const handingIn = (model: OpeningModel, zone: string): string => {
  const { ask, report } = toneOf(model.party.relation);
  const seal = model.sealed ? '盖章扫描件可于报送后3个工作日内补送，报送时间以电子件为准。' : '';
  return (
    `${ask}于${instant(model.round.answerBy, zone)}前${report}，${ways(model)}。` +
    `内容请按贵单位程序审定，并注明审签人。${seal}`
  );
};

const supporting = ({ supporting: tasks, supportBy }: OpeningModel, zone: string): string | false => {
  if (tasks.length === 0) return false;
  const until = supportBy ? `于${weekday(supportBy, zone)}前` : '及时';
  const named = [...groupBy(tasks, ({ lead }) => lead)]
    .map(([lead, helped]) => `${lead}牵头的任务${helped.map(({ number }) => number).join('、')}`)
    .join('；');
  return `贵单位配合的${tasks.length}项，请${until}将情况提供牵头单位，无需另报我办：${named}。`;
};

const points = (model: OpeningModel, zone: string): readonly (string | false)[] => [
  `统计截至${fullDay(model.round.cutoff, zone)}。量化指标填本年累计数，口径以台账所列为准；口径有变化的请注明。`,
  '逐项填写进展状态、累计数、本期进展、存在问题、下步措施及时限。进展滞后或尚未启动的，请写明原因和预计赶上时间；' +
    '无新进展的选“无变化”并确认累计数即可。典型经验自愿提供。',
  handingIn(model, zone),
  supporting(model, zone),
  '涉密及工作秘密事项请选“另行报送”，按保密渠道办理。联络员有变动的，请回复“联络员变更：姓名、职务、电话、邮箱”。',
  model.confirm !== undefined &&
    `${toneOf(model.party.relation).ask}同时核对联络员登记：打开文末的联络员确认链接，无误的点“确认无误”，有变动的就地填写。`,
];

/** 调度通知, to the liaisons on the day a round opens. */
export const composeOpening = (model: OpeningModel, zone: string): Draft => {
  const { campaign, round, party, tasks } = model;
  return {
    ...official(model, zone),
    subject:
      `【${campaign.title}】${fullRoundName(round.round)}：` +
      `请于${day(round.answerBy, zone)}前报送（${tasks.length}项）`,
    salutation: salutation(party),
    howToReply: howToReply(tasks),
    blocks: presentBlocks([
      paragraph(opening(model)),
      ...numberedPoints(points(model, zone)),
      paragraph(...alsoDue(model.also)),
      paragraph('收到后请回复“收到”。', toneOf(party.relation).closing),
      taskTable(tasks, ['goal', 'scope', 'last', 'deadline', 'answerBy'], { zone, step: 'opening', also: model.also }),
      formLink(model.link, round.closesAt, zone),
      model.confirm !== undefined && confirmLink(model.confirm, round.closesAt, zone),
    ]),
  };
};
