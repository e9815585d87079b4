const headLimit = 64 * 1024;

/** The header fields of a mail in order, unfolded, a byte a character: encoded words are still encoded. */
export const headLines = (raw: Buffer): readonly string[] => {
  const start = raw.subarray(0, headLimit);
  // Only the head is made a text: few mails have one that long.
  const ends = ['\n\r\n', '\n\n'].map((blank) => start.indexOf(blank)).filter((end) => end >= 0);
  const head = start.subarray(0, Math.min(start.length, ...ends)).toString('latin1');
  return head
    .replace(/\r$/, '')
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/);
};
