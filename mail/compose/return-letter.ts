import { day, instant } from './chinese-date.js';
import { paragraph, presentBlocks, type Block, type Draft } from './draft.js';
import { alsoDue, formLink, howToReply, official } from './frame.js';
import type { ReturnModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { salutation, toneOf } from './tone.js';

const withStop = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);

const opening = ({ items, collected = 0, reminder, until }: ReturnModel, zone: string): string => {
  if (reminder) return `以下${items.length}项补正事项尚未收到反馈，将于${instant(until, zone)}截止。`;
  const rest = collected > 0 ? `，其余${collected}项已汇总` : '';
  return `贵单位报送材料收悉，感谢支持。经核，以下${items.length}项请补充完善${rest}：`;
};

const itemTable = ({ items }: ReturnModel): Block => ({
  kind: 'table',
  columns: [
    { label: '序号', width: 8, align: 'center' },
    { label: '任务', width: 30 },
    { label: '需补正', width: 62, long: true },
  ],
  rows: items
    .toSorted((a, b) => a.task.number - b.task.number)
    .map(({ task, why }) => [String(task.number), task.title, why.trim() && withStop(why.trim())]),
});

/** 退回补报, and its one reminder, to who reported. */
export const composeReturn = (model: ReturnModel, zone: string): Draft => {
  const { party, round, items, until, reminder } = model;
  return {
    ...official(model, zone),
    subject:
      `【${reminder ? '请补正·提示' : '请补正'}】${roundName(round.round)}${items.length}项需补充，` +
      `请于${day(until, zone)}前反馈`,
    salutation: salutation(party),
    howToReply: howToReply(items.map(({ task }) => task)),
    blocks: presentBlocks([
      paragraph(opening(model, zone)),
      itemTable(model),
      paragraph(
        `${toneOf(party.relation).ask}于${instant(until, zone)}前反馈。`,
        '按期反馈的，报送时间仍以首次报送为准；未反馈的，按首次报送内容汇总并注明“待核”。',
      ),
      paragraph(...alsoDue(model.also)),
      formLink(model.link, round.closesAt, zone),
    ]),
  };
};
