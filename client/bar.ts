const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of a share of a width, to an eighth of a cell; something always shows. */
export function bar(share: number, width: number): string {
  const cells = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const full = Math.floor(cells / 8);
  const drawn = '█'.repeat(full) + (eighths[cells % 8] ?? '');
  return drawn === '' && share > 0 ? '▏' : drawn;
}

/** The bar on its ground. */
export function gauge(share: number, width: number): string {
  const drawn = bar(share, width);
  return drawn + '░'.repeat(Math.max(0, width - drawn.length));
}
