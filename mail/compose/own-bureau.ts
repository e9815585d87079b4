import { day, instant } from './chinese-date.js';
import { paragraph, presentBlocks, type Draft } from './draft.js';
import { earlierContact } from './earlier-letters.js';
import { internal } from './frame.js';
import type { EscalationModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { taskTable } from './task-table.js';

/** 内部工作提示, to the coordinators: the office's own bureau gets no 督办函. */
export const composeOwnBureau = (model: EscalationModel, zone: string): Draft => {
  const { party, round, tasks } = model;
  const until = model.makeUpBy ?? round.closesAt;
  return {
    ...internal(model, zone),
    subject: `【内部工作提示】${party.name}${roundName(round.round)}${tasks.length}项任务逾期未报`,
    salutation: '协调岗位：',
    blocks: presentBlocks([
      paragraph(
        `${roundName(round.round)}已于${instant(round.answerBy, zone)}截止。截至${instant(model.at, zone)}，`,
        `本局（${party.name}）牵头的以下${tasks.length}项任务尚未报送。`,
        earlierContact(model.sent, model.calls, zone),
      ),
      paragraph(
        '对本局处室不发督办函。请以内部工作提示与承办处室核对：是否收到、卡在哪一环、预计何时；',
        `并协调于${day(until, zone)}前报送，情况记入催报记录。`,
      ),
      taskTable(tasks, ['lastRating', 'deadline', 'answerBy'], { zone }),
    ]),
  };
};
