import { strFromU8, unzipSync } from 'fflate';

/** The parts of a document as text, by name. */
export function unpacked(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Every first group, or whole match, of a pattern. */
export function all(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

export function textOf(xml: string): string {
  return all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)
    .join('')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");
}
