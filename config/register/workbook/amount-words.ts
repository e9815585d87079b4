/** A number as a cell's text gives it, with the unit that stands behind it. */
export interface WrittenAmount {
  readonly value: number;
  readonly unit?: string;
}

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** What is longer is a sentence, and not looked at. */
const longestSaid = 100;

const written = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?)(万|亿)?(.*)$/iu;

/**
 * The one number of a text: `１，２００`, `3.5万户`, `≥95%`, `不少于20台（套）`. A unit that is known, such as 万户,
 * keeps its own scale. Undefined where there is no number, more than one, or words that no unit has.
 */
export function writtenAmount(text: string, unit?: string): WrittenAmount | undefined {
  if (text.length > longestSaid) return undefined;
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/^(≥|>=|不少于|不低于|至少|达到|达|约|大于等于|≤|<=|不超过|不高于|低于)\s*/u, '')
    .replace(/\s*(以上|左右|以内|以下)$/u, '');
  const match = written.exec(said.replace(/(?<=\d)\s+(?=\d{3}(?!\d))/gu, ''));
  if (match === null) return undefined;
  const [, digits = '', scale = '', rest = ''] = match;
  const behind = rest.trim();
  if (/[\d;]/u.test(behind) || behind.length > 20) return undefined;
  const value = Number(digits.replaceAll(',', ''));
  if (unit !== undefined && sameUnit(`${scale}${behind}`, unit)) return { value, unit };
  if (unit !== undefined && behind !== '' && !sameUnit(behind, unit)) return undefined;
  const scaled = scale === '' ? value : Number((value * (scales[scale] ?? 1)).toPrecision(15));
  return { value: scaled, ...(behind !== '' && { unit: unit ?? unitAsWritten(text, behind) }) };
}

const sameUnit = (one: string, other: string): boolean => foldedUnit(one) === foldedUnit(other);

const foldedUnit = (unit: string): string => unit.normalize('NFKC').replace(/\s/gu, '');

/** Units keep the brackets they were written with: 台（套）. */
function unitAsWritten(text: string, behind: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith(behind) ? behind : (trimmed.match(/[^\d\s.,，．０-９万亿]+$/u)?.[0] ?? behind);
}
