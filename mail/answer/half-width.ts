/** Full-width forms as half-width ones, one character for one, so that positions stay the same. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\t]/g, (char) => {
    const code = char.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ';
  });
}

/** Sentences' parts by their commas and stops; a comma inside `1,210` is none. Expects half-width text. */
export function clausesOf(half: string): string[] {
  return half
    .split(/[;。!?\n、]|,(?!\d{3}(?!\d))/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** Without the separators that stood around it. */
export function trimMarks(text: string): string {
  return text.replace(/^[\s;；,，、。:：]+/, '').replace(/(?<![\s;；,，、])[\s;；,，、]+$/, '');
}
