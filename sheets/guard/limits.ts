/** A province's register takes a tenth of these; what needs more is no register and no form. */
export const limits = {
  fileBytes: 5 << 20,
  entries: 300,
  partBytes: 16 << 20,
  totalBytes: 32 << 20,
  /** Ordinary sheets shrink to a twentieth, sheets of equal cells to a hundredth. */
  ratio: 150,
  rows: 5_000,
  columns: 702,
  cells: 60_000,
  strings: 60_000,
  merges: 2_000,
  sheets: 60,
  styles: 20_000,
  /** Excel's own limit of a cell's text. */
  cellCharacters: 32_767,
  textCharacters: 8_000_000,
} as const;
