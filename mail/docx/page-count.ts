import type { Draft } from '../compose/draft.js';

const lineLength = 28;
const pageLines = 22;

/** About how many pages a letter takes: 22 lines of 28 characters a page, annexes on pages of their own. */
export function pageCount({ blocks, foot }: Draft): number {
  let [lines, annexLines] = [10 + Math.min(1, foot.length), 0];
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        lines += Math.ceil((block.text.length + 2) / lineLength);
        break;
      case 'lines':
        lines += block.lines.length;
        break;
      case 'table': {
        const rows = block.rows.reduce(
          (sum, row) => sum + Math.max(1, ...row.map((cell) => Math.ceil(cell.length / 14))) * 0.5,
          2,
        );
        if (block.caption?.startsWith('附件')) annexLines += rows + 3;
        else lines += rows;
        break;
      }
      default:
    }
  }
  return Math.ceil(lines / pageLines) + Math.ceil(annexLines / pageLines);
}
