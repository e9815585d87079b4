import { replyMarker } from '../read/reply-marker.js';
import { filledColumns, type Block, type Column, type Draft, type Table } from './draft.js';

const indent = '　　';
const wide =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns a monospaced font gives a text: a Chinese character takes two. */
export const displayWidth = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0);

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));

const shortCells = <T>(columns: readonly Column[], cells: readonly T[]): readonly T[] =>
  cells.filter((_, i) => !columns[i]?.long);

const aligned = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, i) => padded(cell, widths[i] ?? 0))
    .join('  ')
    .trimEnd();

const longLines = (columns: readonly Column[], row: readonly string[]): readonly string[] =>
  columns.flatMap(({ label, long }, i) => {
    const cell = row[i] ?? '';
    return long && cell !== '—' ? [`      ${label}：${cell.replaceAll('\n', '　')}`] : [];
  });

/** Short columns stand aligned on one line, long ones each on a line of their own below. */
const setTable = (table: Table): readonly string[] => {
  const { columns, rows } = filledColumns(table);
  const lines = [columns.map(({ label }) => label), ...rows].map((row) => shortCells(columns, row));
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => displayWidth(line[i] ?? ''))));
  const head = aligned(lines[0] ?? [], widths);
  const rule = '-'.repeat(Math.min(78, Math.max(...lines.map((line) => displayWidth(aligned(line, widths))))));
  return [
    ...(table.caption ? [table.caption] : []),
    head,
    rule,
    ...rows.flatMap((row, i) => [aligned(lines[i + 1] ?? [], widths), ...longLines(columns, row)]),
    rule,
  ];
};

const setBlock = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [indent + block.text, ''];
    case 'heading':
      return [`【${block.text}】`];
    case 'lines':
      return [...block.lines.map((line) => indent + line), ''];
    case 'link':
      return [`${block.label}：`, block.url, ...(block.note ? [block.note] : []), ''];
    case 'inset':
      return [block.text, ''];
    case 'table':
      return [...setTable(block), ''];
  }
};

const head = ({ howToReply, title, documentNo, signedBy, salutation }: Draft): readonly string[] => {
  const reference = [documentNo, signedBy && `签发人：${signedBy}`].filter(Boolean).join('　　');
  return [
    ...(howToReply ? [replyMarker, howToReply, ''] : []),
    ...(title ? [title] : []),
    ...(reference ? [reference] : []),
    ...(title ? [''] : []),
    ...(salutation ? [salutation] : []),
  ];
};

const signature = ({ issuer, date, sealed }: Draft): readonly string[] =>
  date ? [`${issuer}${sealed ? '（印章）' : ''}`, date, ''] : [issuer, ''];

/** The letter as plain text. */
export const setText = (draft: Draft): string =>
  [...head(draft), ...draft.blocks.flatMap(setBlock), ...signature(draft), ...draft.foot].join('\n').trimEnd() + '\n';
