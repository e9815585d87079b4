/**
 * What a bulletin never prints (texts-zh.md, 禁用): praise without figures, approximations, comparisons without a
 * base, standings without a source. Parties do write so; their sentence is then left out and the coordinator told.
 */
const numeral = '[0-9０-９一二两三四五六七八九十百千万亿几数]';
const forbidden: readonly { readonly word: string; readonly found: (sentence: string) => boolean }[] = [
  { word: '取得显著成效', found: (sentence) => /取得(了)?(显著|明显|积极)成效/.test(sentence) },
  { word: '基本完成', found: (sentence) => sentence.includes('基本完成') },
  { word: '约', found: (sentence) => new RegExp(`(大约|约为|约占|约(?=${numeral}))`).test(sentence) },
  {
    word: '近',
    found: (sentence) => new RegExp(`(?<![最附临邻靠])近(?=${numeral})(?!${numeral}*[年月日天周期])`).test(sentence),
  },
  { word: '左右', found: (sentence) => new RegExp(`(${numeral}|[%％个家项批次人万亿年月日])左右`).test(sentence) },
  { word: '稳步提升', found: (sentence) => /稳步(提升|上升|提高)/.test(sentence) && !/\d/.test(sentence) },
  { word: '同比', found: (sentence) => sentence.includes('同比') && !/上年|去年/.test(sentence) },
  { word: '位列全国前列', found: (sentence) => /全国(前列|领先)/.test(sentence) && !/[《〔]/.test(sentence) },
];

/** The forbidden words in a text, as the list names them. */
export function forbiddenWords(text: string): readonly string[] {
  const parts = sentencesOf(text);
  return forbidden.filter(({ found }) => parts.some(found)).map(({ word }) => word);
}

/** A party's text in sentences, each with its full stop; white space is dropped, Latin words keep a space. */
export function sentencesOf(text: string): readonly string[] {
  const tidy = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/g, '');
  const parts = tidy.match(/[^。；！？;!?]+[。；！？;!?]?/g) ?? [];
  return parts.map((part) => `${part.replace(/[。；！？;!?]$/, '')}。`).filter((part) => part !== '。');
}

/** The sentences of a party's text that may be printed, at most `limit` characters; '' when none may. */
export function printable(text: string | undefined, limit: number): string {
  let result = '';
  for (const sentence of sentencesOf(text ?? '').filter((part) => forbiddenWords(part).length === 0)) {
    if (result.length + sentence.length > limit) return result === '' ? cutAtClause(sentence, limit) : result;
    result += sentence;
  }
  return result;
}

/** The same without its last full stop, for use inside a sentence or a cell. */
export function printableClause(text: string | undefined, limit: number): string {
  return printable(text, limit).replace(/。$/, '');
}

/** An answer's “无”, “暂无”, “无。”: nothing was said. */
export function saysNothing(text: string): boolean {
  return /^(暂?无|没有|暂无情况|无需协调|无困难|无问题|[/／—-]*)[。.]?$/.test(text.trim());
}

/** How many numbers a text prints. */
export function numbersIn(text: string): number {
  return text.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
}

function cutAtClause(sentence: string, limit: number): string {
  const head = sentence.slice(0, limit - 1);
  const comma = head.lastIndexOf('，');
  return comma > 0 ? `${head.slice(0, comma)}。` : '';
}
