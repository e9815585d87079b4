import { answerChanges } from '../../domain/answer-changes.js';
import { ratings } from '../../domain/rating.js';
import { monthDay } from './chinese-date.js';
import { figureOf, progressText } from './figure.js';
import type { ReadBack } from './letter-model.js';

const excerpt = (text: string | undefined): string => {
  const line = (text ?? '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[。；;，,\s]+$/, '')
    .trim();
  return line.length > 60 ? `${line.slice(0, 60)}……` : line;
};

const figures = ({ task, content }: ReadBack): readonly string[] =>
  task.targets.flatMap((target, i) => {
    const value = figureOf(content.figures, i);
    return value === undefined ? [] : [progressText(target, value, figureOf(task.lastFigures, i))];
  });

const completion = ({ content }: ReadBack): string => {
  const day = content.completedOn ? monthDay(content.completedOn) : '';
  const facts = [day, content.evidence].filter(Boolean).join('，');
  return facts && `（${facts}）`;
};

const state = (answer: ReadBack): string => {
  const { rating, unchanged } = answer.content;
  const rated = rating ? `${ratings[rating]}${completion(answer)}` : completion(answer).replaceAll(/[（）]/g, '');
  return [rated, unchanged && '无变化（已确认）'].filter(Boolean).join('，');
};

const prose = ({ content }: ReadBack): readonly string[] => {
  const labelled: readonly (readonly [string, string])[] = [
    ['进展', excerpt(content.progress)],
    ['原因', excerpt(content.cause)],
    ['需协调', excerpt(content.help)],
    ['下步措施', excerpt(content.nextSteps)],
    ['措施时限', content.nextBy ? monthDay(content.nextBy) : ''],
    ['典型经验', content.experience ? '已收' : ''],
    ['审核人', excerpt(content.reviewedBy)],
    ['审签人', excerpt(content.signedOffBy)],
  ];
  return labelled.flatMap(([label, text]) => (text ? [`${label}：${text}`] : []));
};

/** 较第1版：累计由1100批次改为1210批次，新填滞后原因. */
const corrected = ({ replaces, content, task }: ReadBack): readonly string[] => {
  if (!replaces) return [];
  const changes = answerChanges(replaces.content, content, task.targets);
  return [`较第${replaces.version}版：${changes.length === 0 ? '内容相同' : changes.map(excerpt).join('，')}`];
};

/** What we understood of one task's answer: 序时推进，累计1210批次（上期900，本期+310）；进展：…… */
export const readBack = (answer: ReadBack): string => {
  const { toEnter } = answer.content;
  if (toEnter) return `已收到附件${toEnter.map((name) => `《${name}》`).join('')}，内容待录入`;
  const measured = [state(answer), ...figures(answer)].filter(Boolean).join('，');
  const said = [measured, ...prose(answer)].filter(Boolean);
  return [...(said.length === 0 ? ['已收到来件，文字留存'] : said), ...corrected(answer)].join('；');
};

const outcomeNames: Readonly<Record<NonNullable<ReadBack['outcome']>, string>> = {
  answered: '按期',
  late: '逾期补报',
  correction: '更正',
  afterClose: '关闭后来件，留存',
  held: '待我办核实',
};

/** How an answer was entered; an answer that is not judged yet says nothing. */
export const entered = ({ outcome, isUnchanged }: ReadBack): string => {
  if (isUnchanged) return '与前次相同，未另登记';
  return outcome ? outcomeNames[outcome] : '';
};
