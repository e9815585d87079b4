import { halfWidth, trimMarks } from './half-width.js';
import { unfoldTable, withoutDitto } from './pasted-table.js';

export interface Section {
  readonly tasks: readonly number[];
  readonly text: string;
}

export interface Sections {
  /** What stands before the first section. */
  readonly preamble: string;
  readonly sections: readonly Section[];
}

interface Heading {
  readonly tasks: readonly number[];
  readonly start: number;
  readonly end: number;
}

const list = '\\d{1,3}(?:\\s{0,2}(?:[、,，/和及]|至|-)\\s{0,2}(?:任务)?\\d{1,3}(?!\\d))*';
const named = new RegExp(
  `(?:(?<=^|\\n)(?:[ (]{0,4}[一二三四五六七八九十]{1,3}[、.)] ?)?[ #*•·(\\[【第]{0,6}任务|(?<=[;。 ])任务)[ ]?(${list})[ ]?(?:号|项)?[)\\]】]?[ ]?(?::|[.、]|(?=[ \\n(,])|$)`,
  'g',
);
const bracketed = /(?<=^|\n) {0,8}【 ?(?:任务)?(\d{1,3}) ?】:?/g;
// A list inside an answer is numbered too: only tasks that were asked, and only in rising order, head a section.
const numbered = /(?<=^|\n) {0,8}(?:第 ?(\d{1,3}) ?项[:、,]?|\(?(\d{1,3}) ?(?:[、)]|[:.](?!\d)))/g;

/** A reply taken apart by task: `任务17：`, `【17】`, `17.` or `17、`; the plainest way that is used wins. */
export function splitSections(given: string, asked: readonly number[]): Sections {
  const text = unfoldTable(given, asked);
  const half = halfWidth(text);
  const headings = [
    headingsBy(named, half),
    headingsBy(bracketed, half),
    rising(headingsBy(numbered, half), asked),
  ].find((found) => found.length > 0);
  if (headings === undefined) return { preamble: text, sections: [] };
  return {
    preamble: text.slice(0, headings[0]?.start),
    sections: withoutDitto(
      headings.map(({ tasks, end }, index) => ({
        tasks,
        text: trimMarks(text.slice(end, headings[index + 1]?.start)),
      })),
    ),
  };
}

function headingsBy(shape: RegExp, half: string): Heading[] {
  return [...half.matchAll(shape)].map((match) => ({
    tasks: numbersOf(match.slice(1).find((group) => group !== undefined) ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

// 17、18 and 17至19 and 17-19
function numbersOf(written: string): number[] {
  const range = /^(\d{1,3})\s*(?:至|-)\s*(?:任务)?(\d{1,3})$/.exec(written);
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (range !== null && to > from && to - from <= 110)
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return [...new Set((written.match(/\d{1,3}/g) ?? []).map(Number))];
}

function rising(headings: readonly Heading[], asked: readonly number[]): Heading[] {
  let highest = 0;
  return headings.filter(({ tasks }) => {
    const task = tasks[0] ?? 0;
    if (!asked.includes(task) || task <= highest) return false;
    highest = task;
    return true;
  });
}
