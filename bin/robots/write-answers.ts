import type { AnswerContent } from '../../domain/answer.js';
import { ratings } from '../../domain/rating.js';
import type { Target } from '../../domain/register.js';

export interface WrittenAnswer {
  readonly task: { readonly number: number; readonly targets: readonly Target[] };
  readonly content: AnswerContent;
}

/** Who stands at the foot of a report. */
export interface Signature {
  readonly filledBy: string;
  readonly signedOffBy: string;
}

/** A report as a liaison types it above the quoted letter: a section for each task, who wrote it at the end. */
export function writeAnswers(answers: readonly WrittenAnswer[], signature: Signature): string {
  return [
    '省质强办：',
    '现将我单位进展情况报送如下：',
    '',
    ...answers.map(section),
    `填报人：${signature.filledBy}`,
    `审签人：${signature.signedOffBy}`,
  ].join('\n');
}

function section({ task, content }: WrittenAnswer): string {
  if (content.unchanged === true) {
    const figures = content.figures.map((figure) => `，累计${written(figure, task.targets)}`);
    return `任务${task.number}：无变化${figures.join('')}`;
  }
  const figures = content.figures.map((figure) => written(figure, task.targets)).join('，');
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['状态', content.rating && ratings[content.rating]],
    ['累计', figures === '' ? undefined : figures],
    ['进展', content.progress],
    ['原因', content.cause],
    ['需协调', content.help],
    ['下步措施', content.nextSteps],
    ['时限', content.nextBy && chineseDate(content.nextBy)],
    ['完成日期', content.completedOn && chineseDate(content.completedOn)],
    ['佐证文号', content.evidence],
    ['典型经验', content.experience],
  ];
  const said = fields.flatMap(([label, value]) => (value === undefined ? [] : [`${label}：${value}`]));
  return `任务${task.number}：${said.join('；')}`;
}

function written({ target, value }: AnswerContent['figures'][number], targets: readonly Target[]): string {
  return `${value}${targets[target]?.unit ?? ''}`;
}

function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
