/** A post as a cell or two name it; what is not there is left to the rules. */
export interface WrittenPost {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A hundred addresses; what is longer is no list of them, and not looked at. */
const longestSaid = 4_000;

const address = /[^\s<>（）()：:，,；;、]+@[^\s<>（）()，,；;、]+/u;

/** The addresses of a text, half-width and without spaces around them. */
export function addressesIn(text: string): string[] {
  if (text.length > longestSaid) return [];
  return text.normalize('NFKC').match(new RegExp(address, 'gu')) ?? [];
}

/** `值班员 <zqb1@ln.example>`, `值班员（zqb1@ln.example）`, `值班员 zqb1@ln.example`, or either alone. */
export function writtenPost(text: string): WrittenPost {
  const half = text.normalize('NFKC');
  const [email] = addressesIn(text);
  if (email === undefined) return text.trim() === '' ? {} : { name: text.trim() };
  const at = half.indexOf(email);
  const name = `${half.slice(0, at)} ${half.slice(at + email.length)}`.replace(/[<>()（）:：]/gu, ' ').trim();
  const kept = text.includes(email)
    ? text
        .slice(0, text.indexOf(email))
        .replace(/[<（(]\s*$/u, '')
        .trim()
    : '';
  return { ...(kept || name ? { name: kept || name } : {}), email };
}

/** Posts one after the other, each closed by its address: `zqb1 值班员 <…>；zqb2 联络员 <…>`. */
export function splitPosts(text: string): string[] {
  if (text.length > longestSaid) return [text];
  return text
    .split(/(?<=>)\s*[；;、，,\n\r]*\s*|[；;\n\r]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
