import { day, instant } from './chinese-date.js';
import { paragraph, presentBlocks, type Draft } from './draft.js';
import { official } from './frame.js';
import type { SettledModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { nameTable } from './task-table.js';
import { formalSalutation } from './tone.js';

/** The 督办函 that is meant, by number where it has one, else by its day. */
export const formerLetter = (
  { documentNo, escalatedAt }: { readonly documentNo?: string; readonly escalatedAt?: string },
  zone: string,
): string => documentNo ?? (escalatedAt ? `我办${day(escalatedAt, zone)}函` : '我办前函');

/** 办结告知, to who got the 督办函, on the day the answer comes. */
export const composeSettled = (model: SettledModel, zone: string): Draft => {
  const { campaign, party, round, tasks, reportedAt } = model;
  return {
    ...official(model, zone),
    subject: `【办结告知】${campaign.title}${roundName(round.round)}${tasks.length}项任务已收到报送`,
    salutation: formalSalutation(party),
    blocks: presentBlocks([
      paragraph(
        `贵单位已于${instant(reportedAt, zone)}报送${roundName(round.round).replace('双月', '')}${tasks.length}项任务进展情况，`,
        `${formerLetter(model, zone)}所请事项办结，无需再行处理。感谢支持。`,
      ),
      nameTable(tasks),
    ]),
  };
};
