/** How clients of other languages head a quote: `Am … schrieb X:`, `Le … a écrit :`, `Op … schreef X:`, over up to three lines. */
const starts =
  /^[\s>-]*(?:on|at|am|le|el|em|il|op|den|på|w dniu|dnia|vào|dne|kl|ngày|в|sent from|(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс)\w*[,.]?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} \p{L}{3,12} \d{4})[\s,.]/iu;
const verbs =
  /(?:wrote|sent|schrieb|a écrit|schreef|geschreven|napisał\(?a?\)?|pisze|skrev|escribió|escreveu|ha scritto|написал\(?а?\)?|пишет|đã viết|kirjoitti|yazdı|napsal\(?a?\)?|írta|skrifaði)(?: [^:]{1,120})?(?:\s*:|[ ]?-{2,})\s*$/iu;
const short = /^[\s>]*-{2,} ?[^\n-]{1,80} (?:wrote|schrieb|a écrit|skrev) ?-{2,}\s*$/iu;
/** Gmail of old: `2011/4/7 Nathan <a@b>` above marked lines. */
const bare = /^\d{4}\/\d{1,2}\/\d{1,2} [^\n<>]{1,80}<[^<>\s]+@[^<>\s]+>\s*$/;

export function isForeignWroteLine(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.length > 300) return false;
  if (short.test(line)) return true;
  if (bare.test(line)) return (lines[index + 1] ?? '').startsWith('>') || (lines[index + 2] ?? '').startsWith('>');
  if (!starts.test(line)) return false;
  return [1, 2, 3, 5].some((count) => isSentence(lines.slice(index, index + count).join(' ')));
}

function isSentence(text: string): boolean {
  if (text.length > 400 || !verbs.test(text)) return false;
  const isDated = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:19|20)\d\d\b|\d{1,2}-\p{L}{3}/u.test(text);
  const isTimed = /\d{1,2}[:.h]\d{2}/.test(text);
  return (isDated && (isTimed || text.includes('@'))) || /^\s*sent from.{1,80}@/i.test(text);
}
