import { instant, shortInstant } from './chinese-date.js';
import { paragraph, presentBlocks, type Block, type Draft } from './draft.js';
import { formLink, howToReply, officialFoot } from './frame.js';
import type { ReadBack, ReceiptModel } from './letter-model.js';
import { entered, readBack } from './read-back.js';
import { roundName } from './round-name.js';
import { salutation } from './tone.js';

const channelNames = { reply: '邮件回复', form: '专用链接填报', sheet: '调度表', coordinator: '我办代录' } as const;

interface Sorted {
  /** Files that nobody has read yet. */
  readonly unread: readonly ReadBack[];
  readonly recognised: readonly ReadBack[];
  readonly questioned: readonly ReadBack[];
}

const isUnread = ({ content }: ReadBack): boolean => content.toEnter !== undefined;

const sorted = ({ answers }: ReceiptModel): Sorted => {
  const byNumber = answers.toSorted((a, b) => a.task.number - b.task.number);
  return {
    unread: byNumber.filter(isUnread),
    recognised: byNumber.filter((answer) => !isUnread(answer) && answer.questions.length === 0),
    questioned: byNumber.filter(({ questions }) => questions.length > 0),
  };
};

const subject = ({ round, missing }: ReceiptModel, { unread, recognised, questioned }: Sorted): string => {
  const counts = [
    (recognised.length > 0 || unread.length === 0) && `认可${recognised.length}项`,
    unread.length > 0 && `待录入${unread.length}项`,
    questioned.length > 0 && `需确认${questioned.length}项`,
    missing.length > 0 && `未填${missing.length}项`,
  ].filter(Boolean);
  return `【回执】已收到${roundName(round.round)}报送：${counts.join('，')}`;
};

const received = ({ receivedAt, channel, files = [] }: ReceiptModel, zone: string): string => {
  const origin = [channelNames[channel], ...files.filter(Boolean)].join('，');
  return `${instant(receivedAt, zone)}收到贵单位报送（${origin}），读取如下：`;
};

const verdictOf = ({ content, questions: asked }: ReadBack): string => {
  if (content.toEnter) return '待录入';
  return asked.length > 0 ? '需确认' : '认可';
};

const answerTable = ({ unread, recognised, questioned }: Sorted): Block => ({
  kind: 'table',
  columns: [
    { label: '序号', width: 8, align: 'center' },
    { label: '任务', width: 24 },
    { label: '认定', width: 11, align: 'center' },
    { label: '登记', width: 11, align: 'center' },
    { label: '读取内容', width: 46, long: true },
  ],
  rows: [...recognised, ...questioned, ...unread].map((answer) => [
    String(answer.task.number),
    answer.task.title,
    verdictOf(answer),
    entered(answer),
    readBack(answer),
  ]),
});

const questions = ({ questioned }: Sorted): readonly Block[] =>
  questioned.map(({ task, questions: asked }) =>
    paragraph(`需确认：任务${task.number}　${asked.map(({ text }) => text.replace(/[。；]$/, '')).join('；')}。`),
  );

const unfilled = ({ missing }: ReceiptModel): string | false =>
  missing.length > 0 &&
  `未填：${missing
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, title }) => `任务${number}（${title}）`)
    .join('、')}。`;

/** Until answerBy what is open is due then, later at the closing; after the closing nothing is asked any more. */
const openUntil = ({ at, round }: ReceiptModel): string | undefined =>
  [round.answerBy, round.closesAt].find((end) => Date.parse(at) < Date.parse(end));

const correction = (model: ReceiptModel, { questioned }: Sorted, zone: string): string => {
  const until = openUntil(model);
  if (!until) return '本期调度已关闭，来件留存，不改变本期汇总。';
  const example = model.answers[0]?.task.number ?? model.missing[0]?.number;
  const how = example ? `直接回复“任务${example}：更正内容”或重新提交` : '直接回复本邮件';
  const due = questioned.length + model.missing.length > 0 ? `需确认、未填事项请于${instant(until, zone)}前补齐。` : '';
  return `上述如有误，请${how}，${shortInstant(model.round.closesAt, zone)}前以最后一次为准，各次均留存。${due}`;
};

/** 回执: reads back every answer, to who sent it, with a copy for the liaison. */
export const composeReceipt = (model: ReceiptModel, zone: string): Draft => {
  const split = sorted(model);
  const { campaign, party, round, answers, missing } = model;
  return {
    issuer: campaign.issuer,
    subject: subject(model, split),
    salutation: salutation(party),
    howToReply: howToReply([...answers.map(({ task }) => task), ...missing]),
    blocks: presentBlocks([
      paragraph(received(model, zone)),
      answerTable(split),
      ...questions(split),
      ...(model.unclear ?? []).filter(Boolean).map((sentence) => paragraph(`未能识别：${sentence}`)),
      paragraph(...(model.notes ?? [])),
      paragraph(unfilled(model)),
      paragraph(correction(model, split, zone)),
      openUntil(model) !== undefined && formLink(model.link, round.closesAt, zone),
    ]),
    foot: [
      ...officialFoot(campaign),
      split.questioned.length + missing.length === 0 ? '本回执由系统生成，如内容无误无需回复。' : '本回执由系统生成。',
    ],
  };
};
