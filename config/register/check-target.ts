import type { Finding, Path } from './finding.js';
import { listOf, rowOf, textOf } from './raw.js';
import { isMonthDay } from './text-schema.js';

/** A target against its task's deadline, its milestones against the target and each other. */
export function* checkTarget(
  target: unknown,
  path: Path,
  subject: string,
  deadline: string | undefined,
): Generator<Finding> {
  const by = textOf(target, 'by');
  if (isDay(by) && isDay(deadline) && by > deadline) {
    const message = `${subject}的目标时限 ${by} 晚于完成时限 ${deadline}：应不晚于；请改其中一个。`;
    yield { code: 'target-after-deadline', path: [...path, 'by'], message };
  }
  yield* checkBaseline(target, path, subject);
  yield* checkMilestones(target, path, subject);
}

function* checkBaseline(target: unknown, path: Path, subject: string): Generator<Finding> {
  if (textOf(target, 'kind') !== 'reduce') return;
  const { baseline, value } = rowOf(target);
  if (baseline === undefined) {
    const message = `${subject}的压缩类目标没有上年底基数（baseline）：无法测算序时进度；请补上。`;
    yield { code: 'no-baseline', path, message };
  } else if (typeof baseline === 'number' && typeof value === 'number' && baseline <= value) {
    const message = `${subject}的压缩类目标基数 ${baseline} 不大于目标值 ${value}：应由多压少；请核对两个数。`;
    yield { code: 'baseline-value', path: [...path, 'baseline'], message };
  }
}

function* checkMilestones(target: unknown, path: Path, subject: string): Generator<Finding> {
  const by = textOf(target, 'by');
  const milestones = listOf(rowOf(target)['milestones']);
  for (const [index, milestone] of milestones.entries()) {
    const at = [...path, 'milestones', index];
    const day = textOf(milestone, 'by');
    const before = textOf(milestones[index - 1], 'by');
    if (isDay(day) && isDay(before) && day <= before) {
      const message = `${subject}的分期目标 ${day} 排在 ${before} 之后：应由早到晚、各不相同；请调整次序。`;
      yield { code: 'milestone-order', path: [...at, 'by'], message };
    }
    if (isDay(day) && isDay(by) && day > by) {
      const message = `${subject}的分期目标 ${day} 晚于目标时限 ${by}：应不晚于；请改其中一个。`;
      yield { code: 'milestone-after-target', path: [...at, 'by'], message };
    }
    yield* checkMilestoneValue(target, index, at, subject);
  }
}

/** Ratios and held values may move either way; the others go steadily towards the target. */
function* checkMilestoneValue(target: unknown, index: number, at: Path, subject: string): Generator<Finding> {
  const kind = textOf(target, 'kind');
  if (kind !== 'cumulative' && kind !== 'stock' && kind !== 'reduce') return;
  const milestones = listOf(rowOf(target)['milestones']);
  const [before, value, goal] = [milestones[index - 1], milestones[index], target].map((row) => rowOf(row)['value']);
  const sign = kind === 'reduce' ? -1 : 1;
  const fallsBack = typeof value === 'number' && typeof before === 'number' && sign * value < sign * before;
  const overshoots = typeof value === 'number' && typeof goal === 'number' && sign * value > sign * goal;
  if (!fallsBack && !overshoots) return;
  const expected = kind === 'reduce' ? '逐期减少，且不低于目标值' : '逐期增加，且不超过目标值';
  const message = `${subject}的分期目标值 ${String(value)} 不对：应${expected}；请核对各期数。`;
  yield { code: 'milestone-value', path: [...at, 'value'], message };
}

const isDay = (text: string | undefined): text is string => text !== undefined && isMonthDay(text);
