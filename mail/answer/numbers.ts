export interface Mention {
  readonly value: number;
  /** As written, with its unit. */
  readonly written: string;
  readonly approximate: boolean;
  /** What the clause says before and after it. */
  readonly before: string;
  readonly after: string;
}

const number = /(?<![\d.])(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?(?![\d]) ?(万|亿|千)?(余|多|几)? ?/g;
const scales: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 };
const nearly = /(约|大约|约为|近|接近|将近|超|超过|逾|不少于|不低于|至少|大概)\s*$/;

/** Every number followed by the unit, in half-width text; `台（套）` is also written 台, 套 or 台套. */
export function mentionsOf(half: string, unit: string): Mention[] {
  const unitPattern = new RegExp(`^(?:${unitNames(unit).map(escaped).join('|')})${unitEnd(unit)}`);
  return [...half.matchAll(number)].flatMap((match) => {
    const scaled = match[3] !== undefined && unit.startsWith(match[3]) ? '' : (match[3] ?? '');
    const end = match.index + match[0].length;
    const rest =
      scaled === '' && match[3] !== undefined ? match[3] + half.slice(end, end + 12) : half.slice(end, end + 12);
    const found = unitPattern.exec(rest)?.[0];
    return found === undefined ? [] : [toMention(half, match, scaled, found)];
  });
}

/** A label's value that is nothing but a number, perhaps with a remark in brackets. */
export function bareNumber(half: string): number | undefined {
  const match = /^\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?(万|亿|千)?\s*(?:$|[(;。\n])/.exec(half);
  return match === null ? undefined : valueOf(match[1] ?? '', match[2] ?? '', match[3] ?? '');
}

function toMention(half: string, match: RegExpExecArray, scale: string, unit: string): Mention {
  const before =
    half
      .slice(Math.max(0, match.index - 40), match.index)
      .split(/[;。!?\n]|,(?!\d{3})/)
      .at(-1) ?? '';
  const written = match[0].trim() + (match[3] !== undefined && scale === '' ? unit.slice(match[3].length) : unit);
  const after = half.slice(match.index + match[0].length + unit.length).slice(0, 8);
  const approximate = nearly.test(before) || match[4] !== undefined || /^\s*(左右|上下|以上|以内|余|多)/.test(after);
  return { value: valueOf(match[1] ?? '', match[2] ?? '', scale), written, approximate, before, after };
}

function valueOf(whole: string, fraction: string, scale: string): number {
  const value = Number(whole.replaceAll(',', '') + fraction) * (scales[scale] ?? 1);
  return Math.round(value * 1e6) / 1e6;
}

function unitNames(unit: string): string[] {
  const half = unit.replace(/（/g, '(').replace(/）/g, ')').replace(/％/g, '%');
  const inner = /^(.+)\((.+)\)$/.exec(half);
  const names =
    inner === null
      ? [half]
      : [half, `${inner[1]}${inner[2]}`, `${inner[1]}/${inner[2]}`, inner[1] ?? '', inner[2] ?? ''];
  return names.filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
}

// 家 is not 家次, 个 is not 个月: a longer unit is another unit.
function unitEnd(unit: string): string {
  return unit.endsWith('次') || unit.endsWith('%') ? '' : '(?!次|月|百分|工作日|小时|年|市(?!场)|县|领域)';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
