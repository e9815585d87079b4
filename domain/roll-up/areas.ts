import type { Paragraph, Section, Span } from './bulletin-model.js';
import { chineseNumeral } from './chinese-numeral.js';
import { cite, counted, isBehind, type Entry, type Indicator } from './entry.js';
import { lag, measured, paceText } from './gap.js';
import { percent } from '../pace.js';
import { numbersIn, printable } from './plain-words.js';
import { paragraph, plain, prose, when } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';

const areaLimit = 200;
const numbersAParagraph = 3;

/** 分领域进展: numbers first, then facts, at most three numbers a paragraph and 200 characters an area. */
export function areas(entries: readonly Entry[], { campaign }: RollUpInput): Section | undefined {
  const blocks = campaign.areas
    .map((area) => ({ area, entries: entries.filter(({ task }) => task.area === area) }))
    .filter((group) => group.entries.some(({ answer }) => answer !== undefined))
    .flatMap((group, index) => areaBlocks(group.area, group.entries, index + 1));
  return blocks.length === 0 ? undefined : { id: 'areas', blocks };
}

function areaBlocks(area: string, entries: readonly Entry[], number: number): readonly Paragraph[] {
  const parts: (readonly Span[])[] = [];
  let left = areaLimit;
  for (const part of [counts(entries), ...figures(entries), ...facts(entries)]) {
    const text = plain(part);
    if (text.length > left || numbersIn(text) > numbersAParagraph) continue;
    parts.push(part);
    left -= text.length;
  }
  return parts.map((part, index) =>
    paragraph(`area-${number}-${index + 1}`, part, index === 0 ? `（${chineseNumeral(number)}）${area}。` : undefined),
  );
}

function counts(entries: readonly Entry[]): readonly Span[] {
  const done = entries.filter(({ category }) => category === 'done');
  const lagging = entries.filter(isBehind);
  return prose`${counted(entries)}项任务完成${counted(done)}项${when(
    lagging.length > 0,
    prose`，滞后和未启动${counted(lagging)}项`,
  )}。`;
}

/** The figure furthest ahead, then the one furthest behind. */
function figures(entries: readonly Entry[]): readonly (readonly Span[])[] {
  const told = entries
    .flatMap((entry) => entry.indicators.map((indicator) => ({ entry, indicator })))
    .filter(({ indicator }) => indicator.value !== undefined && indicator.pace.expected !== undefined)
    .toSorted((one, other) => lag(one.indicator) - lag(other.indicator));
  const ahead = told.find(({ indicator }) => indicator.pace.light === 'green');
  const worst = told.findLast(({ indicator }) => indicator.pace.light === 'red');
  return [ahead, worst].flatMap((one) => (one === undefined ? [] : [indicatorText(one.entry, one.indicator)]));
}

function indicatorText(entry: Entry, indicator: Indicator): readonly Span[] {
  const { target, value = 0, pace } = indicator;
  const reached = target.kind === 'cumulative' ? '累计完成' : target.kind === 'reduce' ? '降至' : '达到';
  const gap = paceText(entry, indicator);
  return prose`${entry.lead.name}“${entry.task.title}”${reached}${cite(entry, measured(value, target.unit))}${
    pace.achieved === undefined ? undefined : prose`，为年度目标的${cite(entry, percent(pace.achieved))}%`
  }${gap && prose`，${gap}`}。`;
}

/** What parties report in words: with a document number first, then what is done. */
function facts(entries: readonly Entry[]): readonly (readonly Span[])[] {
  return entries
    .map((entry) => ({ entry, text: printable(entry.answer?.content.progress, 80) }))
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => weight(other.entry) - weight(one.entry))
    .slice(0, 2)
    .map(({ entry, text }) => prose`${entry.lead.name}报送：${cite(entry, text)}`);
}

function weight({ answer, category }: Entry): number {
  return (answer?.content.evidence === undefined ? 0 : 2) + (category === 'done' ? 1 : 0);
}
