import { day, instant } from './chinese-date.js';
import { paragraph, presentBlocks, type Draft } from './draft.js';
import { earlierContact } from './earlier-letters.js';
import { alsoDue, formLink, howToReply, official } from './frame.js';
import type { LetterTask, OverdueModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { taskTable } from './task-table.js';
import { salutation, toneOf } from './tone.js';

const subject = ({ kind, round, tasks }: OverdueModel, until: string): string => {
  const mark = kind === 'overdue' ? '催办' : '再次催办';
  return `【${mark}】${roundName(round.round)}${tasks.length}项任务逾期未报，请于${until}前补报`;
};

const missing = ({ round, tasks, at, party }: OverdueModel, zone: string): string => {
  const { report } = toneOf(party.relation);
  return (
    `${roundName(round.round)}已于${instant(round.answerBy, zone)}截止。截至${instant(at, zone)}，` +
    `我办尚未收到贵单位${report}的以下${tasks.length}项任务进展情况。`
  );
};

const makeUp = ({ party }: OverdueModel, until: string): string =>
  `${toneOf(party.relation).ask}于${until}前补报；确因数据未出等原因暂不能报全的，请先报进展文字，数据注明预计提供时间。` +
  '补报将标注“逾期补报”并如实汇总；未报事项在汇总中列“未报”，不沿用上期数据。';

/** A second letter also reaches the party's general office, which may see the matter for the first time. */
const forOffice = ({ kind }: OverdueModel): string | false =>
  kind === 'second-overdue' && '本件同时送贵单位办公室，烦请协助转请承办处室办理。';

const dueTasks = ({ tasks, round }: OverdueModel): readonly LetterTask[] =>
  tasks.map((task) => ({ ...task, answerBy: task.answerBy ?? round.answerBy }));

/** 逾期催办 and 再催, after answerBy. */
export const composeOverdue = (model: OverdueModel, zone: string): Draft => {
  const { round, tasks, party } = model;
  const until = model.makeUpBy ?? round.closesAt;
  return {
    ...official(model, zone),
    subject: subject(model, day(until, zone)),
    salutation: salutation(party),
    howToReply: howToReply(tasks),
    blocks: presentBlocks([
      paragraph(missing(model, zone), earlierContact(model.sent, model.calls, zone)),
      paragraph(makeUp(model, instant(until, zone))),
      paragraph(forOffice(model)),
      paragraph(...alsoDue(model.also)),
      paragraph('如已通过公文交换等渠道报送，请告知文号，我们即予核销并致歉。', toneOf(party.relation).closing),
      taskTable(dueTasks(model), ['deadline', 'lastRating', 'answerBy'], { zone, step: model.kind, also: model.also }),
      formLink(model.link, round.closesAt, zone),
    ]),
  };
};
