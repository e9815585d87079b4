import { halfWidth } from './half-width.js';

const numberHead = /^(序号|任务(序号|编号|号)?|编号|项)$/;
const ditto = /^(同上|同前|〃|″|" ?")[。.]?$/;

/**
 * A table pasted into the body, cells by tabs or bars, as sections that the other readers know: `任务17：自评：序时推进；进展：…`.
 * 同上 in a cell or a section is the text above it.
 */
export function unfoldTable(text: string, asked: readonly number[]): string {
  let heads: readonly string[] = [];
  let above: readonly string[] = [];
  const lines = text.split('\n').map((line) => {
    const cells = cellsOf(line);
    if (cells.length < 2) return line;
    if (cells.some((cell) => numberHead.test(cell))) {
      heads = cells;
      return '';
    }
    const column = Math.max(
      0,
      heads.findIndex((cell) => numberHead.test(cell)),
    );
    const task = Number(/^(?:任务)?(\d{1,3})$/.exec(halfWidth(cells[column] ?? '').trim())?.[1]);
    if (!asked.includes(task)) return line;
    const said = cells.map((cell, index) => (ditto.test(cell) ? (above[index] ?? cell) : cell));
    above = said;
    return `任务${task}：${sentence(said, heads, column)}`;
  });
  return lines.join('\n');
}

function sentence(cells: readonly string[], heads: readonly string[], column: number): string {
  return cells
    .map((cell, index) => ({ cell, index, head: heads[index] ?? '' }))
    .filter(({ cell, index }) => index !== column && cell !== '')
    .map(({ cell, head }) => (head === '' ? cell : `${head}：${cell}`))
    .join('；');
}

function cellsOf(line: string): string[] {
  const sign = line.includes('\t') ? '\t' : /\s[|｜]\s|^\s*[|｜]/.test(line) ? /[|｜]/ : undefined;
  if (sign === undefined) return [];
  const cells = line.split(sign).map((cell) => cell.trim());
  return cells[0] === '' ? cells.slice(1) : cells;
}

/** 任务18：同上 says what the section above it says. */
export function withoutDitto<Part extends { readonly text: string }>(sections: readonly Part[]): Part[] {
  const told: Part[] = [];
  for (const section of sections) {
    const before = told.at(-1);
    told.push(before !== undefined && ditto.test(section.text.trim()) ? { ...section, text: before.text } : section);
  }
  return told;
}
