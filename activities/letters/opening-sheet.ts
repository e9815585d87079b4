import { day, fullDay, instant, monthDay } from '../../mail/compose/chinese-date.js';
import type { LetterAttachment } from '../../mail/compose/draft.js';
import { figureOf, targetText } from '../../mail/compose/figure.js';
import type { LetterModel, LetterTask, OpeningModel } from '../../mail/compose/letter-model.js';
import { fullRoundName } from '../../mail/compose/round-name.js';
import { toneOf } from '../../mail/compose/tone.js';
import { sheetToken } from '../../mail/sheet-token.js';
import type { SheetTask } from '../../domain/sheet-claims.js';
import type { Letter } from '../../record/letters.js';
import type { SheetRows } from '../../sheets/answer-sheet/answer-sheet.js';
import { writeAnswerSheetApart } from '../../sheets/answer-sheet/write-apart.js';
import type { Deps } from '../deps.js';
import type { Background } from './letter-facts.js';

/** The 调度表 that an opening carries; other letters carry none. */
export async function sheetOf(
  { office }: Pick<Deps, 'office'>,
  letter: Letter,
  background: Background,
  model: LetterModel,
): Promise<LetterAttachment | undefined> {
  if (model.kind !== 'opening') return undefined;
  const { round, tasks, party, at } = model;
  const asked = {
    campaign: letter.campaign,
    round: round.round,
    party: letter.desk,
    cutoff: round.cutoff.slice(0, 10),
  };
  const content = await writeAnswerSheetApart({
    title: `${model.campaign.title}${fullRoundName(round.round)}表（${party.name}）`,
    notes: notesOf(model),
    token: sheetToken({ ...asked, tasks: tasks.map(claimOf) }, office.secret),
    at,
    tasks: tasks.map((task) => rowsOf(task, letter.desk, background)),
  });
  return {
    filename: `${fullRoundName(round.round)}表（${party.name}）.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(content),
  };
}

function notesOf({ campaign: { zone }, party, round }: OpeningModel): readonly string[] {
  return [
    `${toneOf(party.relation).ask}于${instant(round.answerBy, zone)}前填好黄色各格，回复调度通知时附上本表（${day(round.closesAt, zone)}前均可更正）。填几项报几项，其余可以以后再报；灰色各格请勿改动。`,
    `统计截至${fullDay(round.cutoff, zone)}，量化指标填本年累计数。无新进展的，在“本期进展”写“无变化”并填上期累计数；“已完成”填完成日期和佐证文号；“进展滞后”填滞后原因和预计赶上的日期（措施时限）。`,
    '填报人、审核人、审签人填一行即可，其余各行视同。涉密及工作秘密事项请选“另行报送”，内容按保密渠道办理。',
  ];
}

function claimOf({ number, targets, lastFigures }: LetterTask): SheetTask {
  return {
    number,
    targets: targets.map(({ kind, unit, value: goal }, at) => {
      const last = figureOf(lastFigures, at);
      return { kind, unit, goal, ...(last !== undefined && { last }) };
    }),
  };
}

function rowsOf(task: LetterTask, desk: string, { around, parties, postsOf }: Background): SheetRows {
  const { number, title, goal, targets, lastFigures, deadline } = task;
  const row = around.find((each) => each.number === number);
  const support = (row?.support ?? []).map((code) => parties.find((party) => party.code === code)?.name ?? code);
  const measured = targets.map((target) =>
    [targetText(target), target.scope && `口径：${target.scope}`].filter(Boolean).join('\n'),
  );
  const [first = '', ...further] = measured;
  return {
    number,
    area: row?.area ?? '',
    title,
    goals: [[goal, first].filter(Boolean).join('\n'), ...further],
    lasts: targets.map((_, at) => figureOf(lastFigures, at)),
    isMeasured: targets.length > 0,
    deadline: monthDay(deadline),
    section: postsOf(desk).section?.name ?? '',
    support: support.join('、'),
  };
}
