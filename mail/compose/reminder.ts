import { instant, shortInstant } from './chinese-date.js';
import { paragraph, presentBlocks, type Draft } from './draft.js';
import { alsoDue, formLink, howToReply, official } from './frame.js';
import type { ReminderModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { taskTable } from './task-table.js';
import { salutation, toneOf } from './tone.js';

const where = ({ answered, tasks, party }: ReminderModel): string => {
  const { report } = toneOf(party.relation);
  return answered > 0
    ? `目前贵单位已报${answered}项，尚有${tasks.length}项待报（见下表）。`
    : `目前尚未收到贵单位${report}，共${tasks.length}项（见下表）。`;
};

/** Thanks stand in the letter itself; a relation's own closing follows only where it says more. */
const closing = ({ party }: ReminderModel): string =>
  party.relation === 'party' ? toneOf(party.relation).closing : '感谢支持。';

/** 催报, before answerBy, for what is not answered yet; never copied to a head. */
export const composeReminder = (model: ReminderModel, zone: string): Draft => {
  const { round, tasks, party } = model;
  const { ask, report } = toneOf(party.relation);
  return {
    ...official(model, zone),
    subject: `【工作提示】${roundName(round.round)}将于${shortInstant(round.answerBy, zone)}截止（尚余${tasks.length}项）`,
    salutation: salutation(party),
    howToReply: howToReply(tasks),
    blocks: presentBlocks([
      paragraph(
        `${roundName(round.round)}报送将于${instant(round.answerBy, zone)}截止。`,
        where(model),
        `${ask}按时${report}。`,
        '正在走审签程序的，可先报电子件，审定后如有调整直接更正即可。',
        '按期报送有困难的，请回复“申请延期至×月×日，事由”。',
      ),
      paragraph(...alsoDue(model.also)),
      paragraph('已报送的请忽略本提示并告知报送渠道。', closing(model)),
      taskTable(tasks, ['last', 'deadline', 'answerBy'], { zone, step: 'reminder', also: model.also }),
      formLink(model.link, round.closesAt, zone),
    ]),
  };
};
