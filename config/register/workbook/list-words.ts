/** What joins names in a cell. A space joins only where the names are known, so spaces are left to `knownNames`. */
const separators = /[、，,；;/／|\n\r]/u;

/** The items of a list in a cell; an item in straight quotes may hold separators. */
export function itemsOf(text: string): string[] {
  const items: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"(?=\s*(?:$|[、，,；;/／|\n\r]))/u.exec(rest);
    const end = quoted === null ? rest.search(separators) : quoted[0].length;
    const item = quoted === null ? rest.slice(0, end === -1 ? rest.length : end).trim() : quotedItem(quoted[1] ?? '');
    if (item !== '') items.push(item);
    rest = end === -1 ? '' : rest.slice(end).replace(/^\s*[、，,；;/／|\n\r]?\s*/u, '');
  }
  return items;
}

const quotedItem = (inner: string): string => inner.replaceAll('""', '"');

/** Items as one cell's text, such that `itemsOf` gives them back. */
export const joinedItems = (items: readonly string[]): string =>
  items
    .map((item) => (/[、，,；;/／|\s"]/u.test(item) || isTail(item) ? `"${item.replaceAll('"', '""')}"` : item))
    .join('、');

const tail =
  /(?:等(?:有关|相关)?(?:部门|单位|省直部门|省直单位)?)?(?:按照?(?:各自)?职责(?:分工)?(?:分别)?负责|分工负责)[。.]?$|等(?:有关|相关)?(?:部门|单位)?$/u;

/** 等按职责分工负责 names nobody. */
const isTail = (item: string): boolean => item !== item.replace(tail, '');

/** The parties a cell names; `isKnown` decides where a space or a stroke joins two names and where it is part of one. */
export function knownNames(text: string, isKnown: (word: string) => boolean): string[] {
  if (isKnown(text.trim())) return [text.trim()];
  return itemsOf(text).flatMap((item) => {
    if (isKnown(item)) return [item];
    const words = item.replace(tail, '').trim();
    if (words === '' || isKnown(words)) return words === '' ? [] : [words];
    const apart = words.split(/\s+/u);
    return apart.some(isKnown) ? apart.map((word) => word.replace(tail, '')).filter((word) => word !== '') : [words];
  });
}
