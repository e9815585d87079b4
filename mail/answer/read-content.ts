import type { AnswerContent } from '../../domain/answer.js';
import { findDate } from './dates.js';
import { readFigures } from './figures.js';
import { clausesOf, halfWidth } from './half-width.js';
import { readLabels, type Label } from './labels.js';
import type { AskedTask } from './asked-task.js';
import { isUnchanged, ratingOf, ratingsIn } from './rating-words.js';
import { ratings, type Rating } from '../../domain/rating.js';

export interface ContentRead {
  readonly content: AnswerContent;
  /** Doubts found while reading; `questions.ts` adds what is missing. */
  readonly doubts: readonly string[];
}

const textFields = ['help', 'experience', 'filledBy', 'reviewedBy', 'signedOffBy'] as const;

/** One task's section as an answer. */
export function readContent(section: string, asked: AskedTask, receivedAt: string): ContentRead {
  const { lead, fields } = readLabels(section);
  const prose = [lead, fields.get('progress') ?? ''].filter((text) => text !== '').join('\n');
  const rating = readRating(fields.get('rating'), prose);
  const figures = readFigures(fields.get('figures'), prose, asked.targets);
  const unchanged = clausesOf(
    halfWidth(`${lead}\n${fields.get('rating') ?? ''}\n${fields.get('progress') ?? ''}`),
  ).some(isUnchanged);
  const progress = readProgress(lead, fields, figures.figures.length > 0, rating.said);
  return {
    content: {
      ...(rating.rating === undefined ? {} : { rating: rating.rating }),
      figures: figures.figures,
      ...(progress === '' ? {} : { progress }),
      ...(unchanged ? { unchanged } : {}),
      ...proof(fields, prose, rating.rating, receivedAt),
      ...plan(fields, receivedAt),
      ...cause(fields, prose, rating.rating),
      ...Object.fromEntries(textFields.flatMap((name) => (fields.has(name) ? [[name, fields.get(name)]] : []))),
    },
    doubts: [...rating.doubts, ...figures.questions, ...undated(fields, receivedAt)],
  };
}

interface RatingRead {
  readonly rating?: Rating;
  readonly doubts: readonly string[];
  /** A label's text that says more than a rating; it is kept with the progress. */
  readonly said?: string;
}

function readRating(label: string | undefined, prose: string): RatingRead {
  const found = ratingsIn(label ?? prose);
  const [rating] = found;
  const said = label === undefined || isSpent(label) ? {} : { said: label };
  if (found.length > 1) {
    const words = found.map((one) => `“${ratings[one]}”`).join('、');
    return { doubts: [`自评有${words}几种说法，请明确以哪个为准`], ...said };
  }
  if (rating !== undefined) return { rating, doubts: [], ...said };
  if (label === undefined || clausesOf(halfWidth(label)).some(isUnchanged)) return { doubts: [], ...said };
  const choice = Object.values(ratings).join('、');
  return { doubts: [`自评填“${label.slice(0, 30)}”，请从“${choice}”中选定`], ...said };
}

// What a field does not hold whole stays readable in the progress.
function readProgress(lead: string, fields: ReadonlyMap<Label, string>, counted: boolean, said = ''): string {
  const figures = fields.get('figures') ?? '';
  const isTold = (text: string) => isSpent(text) && (counted || !/\d/.test(text));
  const pieces = [
    isTold(lead) ? '' : lead,
    said,
    figures === '' || isTold(figures) ? '' : `累计：${figures}`,
    fields.get('progress') ?? '',
  ];
  return pieces.filter((piece) => piece !== '').join('\n');
}

/** Nothing but rating, 无变化 and cumulative figure: the fields say it all. */
function isSpent(lead: string): boolean {
  return clausesOf(halfWidth(lead)).every(
    (clause) =>
      ratingOf(clause) !== undefined ||
      isUnchanged(clause) ||
      /^(累计|共计|合计|完成|累计完成|为|:|\s)*[\d,.]+ ?[万亿]? ?[^\d\s,;。]{0,5}$/.test(clause),
  );
}

function proof(
  fields: ReadonlyMap<Label, string>,
  prose: string,
  rating: Rating | undefined,
  receivedAt: string,
): Pick<AnswerContent, 'evidence' | 'completedOn'> {
  const evidence = fields.get('evidence') ?? (rating === 'done' ? documentNumbers(prose) : undefined);
  const day =
    fields.get('completedOn') ??
    (rating === 'done'
      ? /[^，,。；;\n]{0,16}\d日[^，,。；;\n]{0,16}(?:完成|办结|印发|通过验收)/.exec(prose)?.[0]
      : undefined);
  const completedOn = day === undefined ? undefined : findDate(day, receivedAt, 'past');
  return { ...(evidence === undefined ? {} : { evidence }), ...(completedOn === undefined ? {} : { completedOn }) };
}

// 辽质发〔2026〕12号; one that is only cited as the ground of the work proves nothing.
function documentNumbers(prose: string): string | undefined {
  const found = [...prose.matchAll(/([\p{Script=Han}]{1,14})[〔[［(（]20\d\d[〕\]］)）]第?\d{1,4}号/gu)];
  const own = found.filter(({ 1: issuer = '' }) => !/按照|根据|依据|落实|贯彻/.test(issuer));
  return own.length === 0
    ? undefined
    : own.map(([whole]) => whole.replace(/^.*(文号|印发|下发|出台|为|见)/u, '')).join('、');
}

function undated(fields: ReadonlyMap<Label, string>, receivedAt: string): string[] {
  const day = fields.get('completedOn');
  return day === undefined || findDate(day, receivedAt, 'past') !== undefined
    ? []
    : [`完成日期填“${day.slice(0, 30)}”，请写明年月日`];
}

function plan(fields: ReadonlyMap<Label, string>, receivedAt: string): Pick<AnswerContent, 'nextSteps' | 'nextBy'> {
  const by = fields.get('nextBy');
  const nextBy = findDate(by ?? fields.get('nextSteps') ?? '', receivedAt, 'future');
  const steps = [fields.get('nextSteps'), nextBy === undefined && by !== undefined ? `时限：${by}` : undefined];
  const nextSteps = steps.filter((step) => step !== undefined).join('，');
  return { ...(nextSteps === '' ? {} : { nextSteps }), ...(nextBy === undefined ? {} : { nextBy }) };
}

function cause(
  fields: ReadonlyMap<Label, string>,
  prose: string,
  rating: Rating | undefined,
): Pick<AnswerContent, 'cause'> {
  const said = fields.get('cause');
  if (said !== undefined) return { cause: said };
  if (rating !== 'behind' && rating !== 'notStarted' && rating !== 'adjust') return {};
  const told = /(?:^|[，,。；;\n：:（(])\s*((?:主要)?(?:原因|是因|因为|由于|因|系)(?:[^。；;\n]{4,300}))/.exec(
    prose,
  )?.[1];
  return told === undefined ? {} : { cause: told.trim() };
}
