import { htmlToText } from '../mail/read/html-text.js';
import { table } from './table.js';

/** A bulletin's page for a terminal: its tables in columns; the drawings and the list of sources belong to the page. */
export function bulletinText(page: string): string {
  const read = htmlToText(
    page
      .replaceAll(/<svg\b[^]*?<\/svg>(\s*<figcaption\b[^]*?<\/figcaption>)?/gi, '')
      .replaceAll(/<details\b[^]*?<\/details>/gi, '')
      .replaceAll(/<span class="below">/g, ' ')
      .replaceAll(/<\/span>\s*<span/g, '</span>　<span'),
  );
  const lines: string[] = [];
  let rows: string[][] = [];
  const lay = () => {
    const width = Math.max(...rows.map(({ length }) => length));
    const [head = [], ...rest] = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
    if (rows.length > 0) lines.push('', table(head, rest), '');
    rows = [];
  };
  for (const line of read.split('\n')) {
    if (line.includes('\t')) rows.push(line.split('\t').map((cell) => cell.trim()));
    else if (line.trim() !== '') {
      lay();
      lines.push(line, '');
    }
  }
  lay();
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
