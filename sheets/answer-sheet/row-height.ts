/** Lines that a text takes in a column of so many half-width characters. */
export function linesOf(text: string, width: number): number {
  // A cell keeps a little room at its sides.
  const room = Math.max(2, width - 1);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

const widthOf = (line: string): number =>
  Array.from(line).reduce((width, char) => width + ((char.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
