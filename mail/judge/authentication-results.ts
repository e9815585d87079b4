/** One method's finding: `dkim=pass header.d=ln.example`. Names are in lower case. */
export interface MethodResult {
  readonly method: string;
  readonly result: string;
  /** `header.d` → `ln.example`. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface AuthenticationResults {
  readonly authservId: string;
  readonly results: readonly MethodResult[];
}

const longest = 8192;

/** An Authentication-Results field (RFC 8601, 2.2), raw as it came; undefined for one that is not well formed. */
export function readAuthenticationResults(value: string): AuthenticationResults | undefined {
  const [head, ...rest] = segmentsOf(value.slice(0, longest)) ?? [];
  const authservId = head?.[0]?.toLowerCase();
  if (authservId === undefined || authservId === '' || authservId.includes('=')) return undefined;
  return { authservId, results: rest.flatMap(resultOf) };
}

function resultOf([first = '', ...further]: readonly string[]): readonly MethodResult[] {
  const [, method, result] = /^([a-z][\w-]*)(?:\/\d+)?=([\w-]+)$/i.exec(first) ?? [];
  if (method === undefined || result === undefined) return [];
  const properties = further.flatMap((word) => {
    const [, name, value] = /^([\w-]+\.[\w.-]+)=(.*)$/.exec(word) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.toLowerCase()] as const];
  });
  // Said twice, the first holds: what a server copies from the sender stands behind.
  return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties: new Map(properties.toReversed()) }];
}

/** Tokens one after another; what follows `=` or `.` at once, or comes before it, is the same word. */
const token = /(?<space>\s+)|(?<end>;)|(?<quoted>"(?:[^"\\]|\\[\s\S])*")|(?<word>[^\s;"()\\]+)/y;

/** Words by segment, comments left out; undefined where a quote or a comment does not end. */
function segmentsOf(value: string): readonly (readonly string[])[] | undefined {
  const segments: string[][] = [[]];
  let at = 0;
  let isOpen = false;
  while (at < value.length) {
    if (value[at] === '(') {
      const end = endOfComment(value, at);
      if (end === undefined) return undefined;
      at = end;
      isOpen = false;
      continue;
    }
    token.lastIndex = at;
    const found = token.exec(value)?.groups;
    if (found === undefined) return undefined;
    at = token.lastIndex;
    const { end, quoted, word } = found;
    const text = word ?? quoted?.slice(1, -1).replaceAll(/\\([\s\S])/g, '$1');
    if (end !== undefined) segments.push([]);
    if (text !== undefined) append(segments.at(-1) ?? [], text, isOpen);
    isOpen = text !== undefined || (isOpen && end === undefined && found['space'] === undefined);
  }
  return segments;
}

/** White space may stand around the sign: `dmarc = pass`. */
function append(words: string[], text: string, isOpen: boolean): void {
  const last = words.at(-1);
  if (last !== undefined && (isOpen || last.endsWith('=') || text.startsWith('=')))
    words[words.length - 1] = last + text;
  else words.push(text);
}

/** Comments nest, and a backslash takes the next sign's meaning away (RFC 5322, 3.2.2). */
function endOfComment(value: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === '(') depth += 1;
    else if (value[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}
