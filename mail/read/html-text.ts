const blocks = /^(p|div|br|tr|li|ul|ol|table|h[1-6]|hr|blockquote|section|article|header|footer|pre|dl|dt|dd|center)$/;
const skipped = /^(script|style|head|title|noscript|template|xml)$/;

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", middot: '·', hellip: '…',
  mdash: '—', ndash: '–', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', times: '×', deg: '°', permil: '‰', yen: '¥',
}; // prettier-ignore

/** What a reader sees of an HTML body, a line a block and a tab between cells; one pass, whatever the nesting. */
export function htmlToText(html: string): string {
  const lower = html.toLowerCase();
  const out: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) out.push(visibleText(html.slice(at, end)));
    at = open < 0 ? html.length : afterTag(html, lower, open, out);
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \u00a0]+/g, ' ').trim())
    .join('\n');
}

function afterTag(html: string, lower: string, open: number, out: string[]): number {
  if (lower.startsWith('<!--', open)) return after(html, '-->', open + 4);
  const tag = /^<(\/?)([a-z][a-z0-9:]*)/.exec(lower.slice(open, open + 24));
  if (tag === null) {
    if (/^<[!?]/.test(lower.slice(open, open + 2))) return after(html, '>', open);
    out.push('<');
    return open + 1;
  }
  const [, closing = '', name = ''] = tag;
  const end = after(html, '>', open);
  if (blocks.test(name)) out.push('\n');
  else if (/^t[dh]$/.test(name) && closing !== '') out.push('\t');
  return closing === '' && skipped.test(name) ? afterElement(lower, name, end) : end;
}

function afterElement(lower: string, name: string, from: number): number {
  const closing = `</${name}`;
  const close = lower.indexOf(closing, from);
  return close < 0 ? lower.length : after(lower, '>', close);
}

function after(html: string, needle: string, from: number): number {
  const found = html.indexOf(needle, from);
  return found < 0 ? html.length : found + needle.length;
}

function visibleText(piece: string): string {
  return piece
    .replace(/[\s\u00a0]+/g, (run) => (run.includes('\u3000') ? run.replace(/[\r\n\t]/g, '') : ' '))
    .replace(
      /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi,
      (whole, name: string) => entity(name.toLowerCase()) ?? whole,
    );
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name];
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
