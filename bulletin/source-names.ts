import type { Source, Traced } from '../domain/roll-up/bulletin-model.js';

const mostNamed = 5;

/** 任务17 第3版. */
export function sourceName({ task, version }: Source): string {
  return `任务${task} 第${version}版`;
}

/** What a reader is told when he asks a figure where it comes from. */
export function traceTitle({ sources, tasks, comparedWith }: Traced): string {
  const compared = comparedWith === undefined ? '' : `；与第${comparedWith}期比较`;
  if (sources.length === 0)
    return tasks.length === 0 ? `无对应报送${compared}` : `任务${ranges(tasks)}无报送${compared}`;
  const names = sources.slice(0, mostNamed).map(sourceName).join('、');
  return `${names}${sources.length > mostNamed ? `等${sources.length}份报送` : ''}${compared}`;
}

/** 1—3、7、9: task numbers without saying each. */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}—${last}`)).join('、');
}
