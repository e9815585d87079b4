import type { AnswerContent, Figure } from './answer.js';
import type { Target } from './register.js';
import { ratings } from './rating.js';

const texts = {
  progress: '本期进展',
  cause: '滞后原因',
  help: '需协调事项',
  nextSteps: '下步措施',
  evidence: '佐证文号',
  experience: '典型经验',
} as const;
const values = {
  nextBy: '措施时限',
  completedOn: '完成日期',
  filledBy: '填报人',
  reviewedBy: '审核人',
  signedOffBy: '审签人',
} as const;

type Units = readonly Pick<Target, 'unit'>[];

/** What a later version of an answer says otherwise than the one before, in Chinese phrases; none where it says the same. */
export function answerChanges(before: AnswerContent, after: AnswerContent, targets: Units): readonly string[] {
  return [
    ...changedValue('自评', nameOf(before), nameOf(after)),
    ...targets.flatMap(({ unit }, index) =>
      changedValue('累计', figureOf(before.figures, index, unit), figureOf(after.figures, index, unit)),
    ),
    ...mentioned(before.unchanged, after.unchanged),
    ...keysOf(texts).flatMap((key) => changedText(texts[key], before[key], after[key])),
    ...keysOf(values).flatMap((key) => changedValue(values[key], before[key], after[key])),
    ...changedFiles(before, after),
  ];
}

function changedValue(label: string, before: string | undefined, after: string | undefined): readonly string[] {
  if (before === after) return [];
  if (before === undefined) return [`新填${label}${after ?? ''}`];
  return [after === undefined ? `删去${label}（原为${before}）` : `${label}由${before}改为${after}`];
}

/** Prose is read back whole elsewhere. */
function changedText(label: string, before: string | undefined, after: string | undefined): readonly string[] {
  if (before === after) return [];
  return [`${before === undefined ? '新填' : after === undefined ? '删去' : '改写'}${label}`];
}

function mentioned(before: boolean | undefined, after: boolean | undefined): readonly string[] {
  if ((before === true) === (after === true)) return [];
  return [after === true ? '改报无变化' : '不再报无变化'];
}

function changedFiles({ files: before = [] }: AnswerContent, { files: after = [] }: AnswerContent): readonly string[] {
  const hashes = (files: typeof before) => files.map(({ hash }) => hash);
  const added = after.filter(({ hash }) => !hashes(before).includes(hash));
  const gone = before.filter(({ hash }) => !hashes(after).includes(hash));
  return [...added.map(({ name }) => `新附${name}`), ...gone.map(({ name }) => `去掉附件${name}`)];
}

function nameOf({ rating }: AnswerContent): string | undefined {
  return rating && `“${ratings[rating]}”`;
}

function figureOf(figures: readonly Figure[], target: number, unit: string): string | undefined {
  const figure = figures.find((one) => one.target === target);
  return figure && `${figure.value}${unit}`;
}

function keysOf<Key extends string>(of: Readonly<Record<Key, string>>): readonly Key[] {
  return Object.keys(of) as Key[];
}
