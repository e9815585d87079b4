import type { AnswerContent, AttachedFile, Figure } from '../../domain/answer.js';
import { ratings } from '../../domain/rating.js';
import type { AskedTarget, AskedTask } from './answer-form.js';

/** What was understood of an answer, phrase by phrase, in the order of a 回执. */
export function readBack(content: AnswerContent, task: AskedTask): readonly string[] {
  if (content.toEnter) return [`已收到邮件附件${content.toEnter.map((name) => `《${name}》`).join('')}，内容待录入`];
  return [
    ...said('自评', content.rating && ratings[content.rating]),
    ...(content.unchanged === true ? ['无变化（已确认）'] : []),
    ...content.figures.map((figure) => figureWords(figure, task.targets[figure.target])),
    ...said('本期进展', content.progress),
    ...said('滞后原因', content.cause),
    ...said('需协调事项', content.help),
    ...said('下步措施', content.nextSteps),
    ...said('措施时限', content.nextBy),
    ...said('佐证文号', content.evidence),
    ...said('完成日期', content.completedOn),
    ...said('典型经验', content.experience),
    ...said('填报人', content.filledBy),
    ...said('审核人', content.reviewedBy),
    ...said('审签人', content.signedOffBy),
    ...said('附件', content.files?.map(fileWords).join('、')),
  ];
}

/** What a whole answer would still hold; asked, never required. */
export function stillMissing(content: AnswerContent, task: AskedTask): readonly string[] {
  const missing: string[] = [];
  if (!content.rating && content.unchanged !== true) missing.push('自评');
  const figures = new Set(content.figures.map((figure) => figure.target));
  const unsaid = task.targets.filter((_, index) => !figures.has(index));
  if (content.unchanged !== true) missing.push(...unsaid.map((target) => `本年累计（${target.unit}）`));
  const behind = content.rating === 'behind' || content.rating === 'notStarted';
  if (behind && !content.cause) missing.push('滞后原因');
  if (behind && !content.nextBy) missing.push('下步措施时限');
  if (content.rating === 'done' && !content.evidence) missing.push('佐证文号');
  if (content.rating === 'done' && !content.completedOn) missing.push('完成日期');
  return missing;
}

export function fileWords({ name, bytes }: AttachedFile): string {
  const size = bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${name}（${size}）`;
}

function said(label: string, text: string | undefined): readonly string[] {
  return text ? [`${label}：${text}`] : [];
}

function figureWords({ value, confirmed }: Figure, target: AskedTarget | undefined): string {
  const sure = confirmed === true ? '，已确认无误' : '';
  if (!target) return `累计${value}${sure}`;
  if (target.last === null) return `累计${value}${target.unit}${sure}`;
  const moved = Number((value - target.last.value).toFixed(6));
  return `累计${value}${target.unit}（上期${target.last.value}，本期${moved < 0 ? '' : '+'}${moved}）${sure}`;
}
