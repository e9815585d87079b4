/** A bulletin saved by Word takes a twentieth of these; pictures are allowed for and left unopened. */
export const limits = {
  fileBytes: 3 << 20,
  entries: 300,
  partBytes: 12 << 20,
  totalBytes: 32 << 20,
  /** XML of tables that are all alike shrinks to a sixtieth. */
  ratio: 150,
  elements: 250_000,
  depth: 120,
} as const;
