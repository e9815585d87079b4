import { fullDay } from './bulletin-dates.js';
import type { BulletinModel, Paragraph, Span } from './bulletin-model.js';
import type { Category } from './category.js';
import { citeAll, counted, type Entry } from './entry.js';
import { paragraph, prose, when } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';

/** 提要: the round in one breath, at most 120 characters (texts-zh.md, 简报骨架). */
export function summary(entries: readonly Entry[], { round, previous }: RollUpInput): Paragraph {
  const of = (category: Category) => entries.filter((entry) => entry.category === category);
  const missing = of('missing');
  const help = entries.filter(({ answer }) => answer?.content.help !== undefined);
  return paragraph(
    'summary',
    prose`截至${fullDay(round.cutoff)}，${counted(entries)}项任务已完成${counted(of('done'))}项、序时推进${counted(
      of('onTrack'),
    )}项、进展滞后${counted(of('behind'))}项、尚未启动${counted(of('notStarted'))}项${when(
      missing.length > 0,
      prose`，另有${counted(missing)}项未报`,
    )}${onPace(entries)}。${previous && comparison(entries, previous)}${when(
      help.length > 0,
      prose`提请协调事项${counted(help)}项。`,
    )}`,
  );
}

function onPace(entries: readonly Entry[]): readonly Span[] | undefined {
  const paced = entries.flatMap((entry) =>
    entry.indicators
      .filter(({ pace }) => ['green', 'yellow', 'red'].includes(pace.light))
      .map(({ pace }) => ({ entry, light: pace.light })),
  );
  const green = paced.filter(({ light }) => light === 'green');
  const count = (some: typeof paced) =>
    citeAll(
      some.map(({ entry }) => entry),
      String(some.length),
    );
  return when(paced.length > 0, prose`；计序时指标${count(paced)}项中${count(green)}项达到序时`);
}

function comparison(entries: readonly Entry[], previous: BulletinModel): readonly Span[] {
  const change = (category: Category, more: string, less: string, same: string) => {
    const now = entries.filter((entry) => entry.category === category);
    const before = previous.facts.tasks.filter((fact) => fact.category === category).length;
    const difference = now.length - before;
    if (difference === 0) return prose`${same}`;
    const figure = citeAll(now, String(Math.abs(difference)), previous.issue);
    return prose`${difference > 0 ? more : less}${figure}项`;
  };
  return prose`较上期${change('done', '新增完成', '完成减少', '完成数持平')}，${change(
    'behind',
    '滞后增加',
    '滞后减少',
    '滞后数持平',
  )}。`;
}
