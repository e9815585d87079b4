import { stripVTControlCharacters } from 'node:util';

const wide = /[\u2e80-\u9fff\uf900-\uffe6]/g;

/** Cells of a terminal: Chinese characters and full-width marks take two, colours none. */
export function displayWidth(text: string): number {
  const plain = stripVTControlCharacters(text);
  return plain.length + (plain.match(wide)?.length ?? 0);
}

/** Cut to a width, with a mark where something was cut off. */
export function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  for (const character of text) {
    if (displayWidth(cut + character) > width - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Items in lines that are not wider than asked, an item never broken. */
export function filled(items: readonly string[], width: number, between: string): readonly string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last + between + item) <= width)
      lines[lines.length - 1] = last + between + item;
    else lines.push(item);
  }
  return lines;
}
