/** A day of the campaign's year, and the year where one was written. */
export interface WrittenDay {
  /** `MM-DD`. */
  readonly day: string;
  readonly year?: number;
}

/** Serials between 1982 and 2064: other numbers are no dates. */
const [firstSerial, lastSerial] = [30_000, 60_000];

/** What is longer is a sentence, and not looked at. */
const longestSaid = 60;

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 首: 1, 末: 4 };

/** An Excel date serial as ISO date; undefined for what is none. */
export function dayOfSerial(serial: number): string | undefined {
  if (!Number.isFinite(serial) || serial < firstSerial || serial >= lastSerial) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + Math.floor(serial))).toISOString().slice(0, 10);
}

/**
 * What an office writes for a last day: 2026-06-30, 6月30日, “2026年6月底前”, 三季度末, 上半年, 年底前, 长期. Undefined
 * for anything else, and for two days in one cell.
 */
export function writtenDay(text: string): WrittenDay | undefined {
  if (text.length > longestSaid) return undefined;
  const half = text
    .normalize('NFKC')
    .replace(/\s+(?=\d{1,2}:\d\d)/u, 'T')
    .replace(/\s/gu, '');
  const said = half
    .replace(/T\d{1,2}:\d\d(:\d\d)?(\.\d+)?Z?$/u, '')
    .replace(/^(截至|截止|于|到|至|力争)/u, '')
    .replace(/(之前|以前|前|完成|办结|止|为止|截止)+$/u, '');
  const [, year, rest = ''] = /^(?:(\d{4})(?:(?=年[底末内中终])|年度?|[./-](?=\d)))?(.*)$/u.exec(said) ?? [];
  const day = rest === '' && year !== undefined ? '12-31' : dayOf(rest);
  if (day === undefined) return undefined;
  return { day, ...(year !== undefined && { year: Number(year) }) };
}

function dayOf(text: string): string | undefined {
  return writtenDate(text) ?? monthWord(text) ?? quarterWord(text) ?? yearWord(text);
}

function writtenDate(text: string): string | undefined {
  const match = /^(\d{1,2})(?:月|[./-])(\d{1,2})[日号]?$/u.exec(text);
  return match === null ? undefined : monthDay(Number(match[1]), Number(match[2]));
}

function monthWord(text: string): string | undefined {
  const match = /^(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(底|末|上旬|中旬|下旬|初)?$/u.exec(text);
  if (match === null) return undefined;
  const month = monthNumber(match[1] ?? '');
  const last = lastDays[month - 1];
  if (last === undefined) return undefined;
  return monthDay(month, { 上旬: 10, 初: 10, 中旬: 20 }[match[2] ?? ''] ?? last);
}

function monthNumber(text: string): number {
  return /^\d+$/.test(text)
    ? Number(text)
    : ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].indexOf(text) + 1;
}

function quarterWord(text: string): string | undefined {
  const match = /^第?([一二三四首末1-4])季度?(?:底|末)?$/u.exec(text) ?? /^q([1-4])$/iu.exec(text);
  if (match === null) return undefined;
  const quarter = numerals[match[1] ?? ''] ?? Number(match[1]);
  return ['03-31', '06-30', '09-30', '12-31'][quarter - 1];
}

/** What lasts is asked all year. */
function yearWord(text: string): string | undefined {
  if (/^(上半年|年中|半年)(底|末)?$/u.test(text)) return '06-30';
  if (/^(下半年|全年|本年|当年|年)(度|内|底|末|终)?$/u.test(text) && text !== '年') return '12-31';
  return /^(长期|持续|常年|每年|每月|每季度?|常态化?|长期坚持)(底|末|推进|实施|开展|坚持)?$/u.test(text)
    ? '12-31'
    : undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Days that do not exist are left to the rules, which show what was written. */
function monthDay(month: number, day: number): string | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${two(month)}-${two(day)}` : undefined;
}
