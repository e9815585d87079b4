/** What is read of one mail at most; the raw mail is kept whole elsewhere. */
export const caps = {
  htmlBytes: 512 * 1024,
  textBytes: 256 * 1024,
  textChars: 64 * 1024,
  lineChars: 2000,
  parts: 200,
  headBytes: 256 * 1024,
  headerChars: 2000,
  nameChars: 180,
} as const;

// Invisible characters that mail clients leave behind, and controls but for tab and newline.
const invisible = /(?![\t\n])\p{Cc}|\p{Cs}|[\u200b-\u200f\u2060\ufeff]/gu;

/** Newlines, invisible characters and blank lines put in order and everything capped; long lines are wrapped, not cut. */
export function capText(text: string): { text: string; truncated: boolean } {
  // Collapsed before it is cut, so that 20,000 empty lines do not push the answer out.
  const tidy = text
    .slice(0, caps.htmlBytes)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(invisible, '')
    .split('\n')
    .flatMap(wrapLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return {
    text: cutWhole(tidy, caps.textChars),
    truncated: text.length > caps.htmlBytes || tidy.length > caps.textChars,
  };
}

/** Never between the halves of a character. */
export function cutWhole(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

function wrapLine(line: string): string[] {
  const whole = line.trimEnd();
  if (whole.length <= caps.lineChars) return [whole];
  const pieces: string[] = [];
  for (let at = 0; at < whole.length; at += caps.lineChars) pieces.push(whole.slice(at, at + caps.lineChars));
  return pieces;
}
