const headLimit = 64 * 1024;

/** The header fields of a mail in order, unfolded, a byte a character: encoded words are still encoded. */
export const headLines = (raw: Buffer): readonly string[] => {
  const start = raw.subarray(0, headLimit).toString('latin1');
  const end = start.search(/\r?\n\r?\n/);
  return (end < 0 ? start : start.slice(0, end)).replaceAll(/\r?\n(?=[ \t])/g, '').split(/\r?\n/);
};
