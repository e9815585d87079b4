import { percent } from '../pace.js';
import type { BulletinModel, Paragraph, Section, Span } from './bulletin-model.js';
import { areaBars, areaTable } from './area-table.js';
import { citeAll, counted, countedLeads, type Entry } from './entry.js';
import { paragraph, prose, when } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';

/** 一、总体情况: who was to report and did, and areas by rating. */
export function overall(entries: readonly Entry[], input: RollUpInput): Section {
  return {
    id: 'overall',
    blocks: [
      arrivals(entries, input.previous),
      progress(entries),
      areaBars(entries, input.campaign.areas),
      areaTable(entries, input.campaign.areas),
    ],
  };
}

/** In-time answers among what had to be answered, in percent; excused tasks do not count. Absent when nothing did. */
export function onTimeRate(entries: readonly Entry[]): string | undefined {
  const owed = entries.filter(({ arrival }) => arrival !== 'notAsked' && arrival !== 'excused');
  const inTime = owed.filter(({ arrival }) => arrival === 'inTime');
  return owed.length === 0 ? undefined : percent(inTime.length / owed.length);
}

function arrivals(entries: readonly Entry[], previous: BulletinModel | undefined): Paragraph {
  const asked = entries.filter(({ arrival }) => arrival !== 'notAsked');
  const by = (arrival: Entry['arrival']) => asked.filter((entry) => entry.arrival === arrival);
  const excused = by('excused');
  return paragraph(
    'overall-arrivals',
    asked.length === 0
      ? prose`本期无应报事项。`
      : prose`${countedLeads(asked)}个单位应报${counted(asked)}项，按期报送${counted(by('inTime'))}项、逾期补报${counted(
          by('late'),
        )}项、未报${counted(by('missed'))}项${when(
          excused.length > 0,
          prose`、经批准免报${counted(excused)}项`,
        )}${rateText(asked, previous)}。`,
  );
}

function rateText(asked: readonly Entry[], previous: BulletinModel | undefined): readonly Span[] | undefined {
  const rate = onTimeRate(asked);
  if (rate === undefined) return undefined;
  const before = previous?.facts.onTimeRate;
  return prose`，按期率${citeAll(asked, rate)}%${
    previous && before !== undefined ? rateChange(asked, rate, before, previous.issue) : undefined
  }`;
}

function rateChange(asked: readonly Entry[], rate: string, before: string, issue: number): readonly Span[] {
  const tenths = Math.round(Number(rate) * 10) - Math.round(Number(before) * 10);
  if (tenths === 0) return prose`，与上期持平`;
  const points = citeAll(asked, (Math.abs(tenths) / 10).toFixed(1), issue);
  return prose`，较上期${tenths > 0 ? '上升' : '下降'}${points}个百分点`;
}

function progress(entries: readonly Entry[]): Paragraph {
  const longTerm = entries.filter(({ category }) => category === 'longTerm');
  const others = entries.filter(({ category }) => category !== 'longTerm');
  const done = others.filter(({ category }) => category === 'done');
  const settled = entries.filter(({ report, arrival }) => report.standing === 'accepted' && arrival === 'notAsked');
  const rate = others.length === 0 ? undefined : percent(done.length / others.length);
  return paragraph(
    'overall-progress',
    prose`已完成${counted(done)}项${rate && prose`，完成率${citeAll(others, rate)}%`}。${when(
      longTerm.length > 0,
      prose`长期推进类${counted(longTerm)}项单列，不计入完成率。`,
    )}${when(settled.length > 0, prose`前期已验收${counted(settled)}项，不再报送。`)}${indicatorCount(entries)}`,
  );
}

function indicatorCount(entries: readonly Entry[]): readonly Span[] | undefined {
  const all = entries.flatMap((entry) => entry.indicators.map(({ value }) => ({ entry, value })));
  const reported = all.filter(({ value }) => value !== undefined);
  const count = (some: typeof all) =>
    citeAll(
      some.map(({ entry }) => entry),
      String(some.length),
    );
  return when(all.length > 0, prose`台账量化指标${count(all)}项，本期报送${count(reported)}项。`);
}
