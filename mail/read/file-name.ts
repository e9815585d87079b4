import libmime from 'libmime';
import { caps } from './caps.js';
import { charsetLabel, decodeBytes } from './charset.js';
import { decodeHeaderText, unfold } from './header-text.js';
import type { RawHeader } from './split-parts.js';

/** An attachment's own name by RFC 2231, RFC 2047 or raw bytes, without any path; undefined when the part has none. */
export function fileName(headers: readonly RawHeader[]): string | undefined {
  const name = parameter(headers, 'content-disposition', 'filename') ?? parameter(headers, 'content-type', 'name');
  const bare = name
    ?.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim();
  return bare === undefined || bare === '' || /^\.+$/.test(bare) ? undefined : shorten(bare);
}

function parameter(headers: readonly RawHeader[], header: string, key: string): string | undefined {
  const raw = headers.find(({ name }) => name === header)?.value;
  if (raw === undefined) return undefined;
  const line = unfold(raw).slice(0, caps.headerChars * 4);
  const parsed = libmime.parseHeaderValue(relabelled(asText(line)), { stripComments: true });
  const value = parsed.params[key];
  if (value === undefined || value === '') return undefined;
  return value.includes('=?') && !parsed.decodedParams?.includes(key) ? decodeHeaderText(value).text : value;
}

function asText(binary: string): string {
  return decodeBytes(Buffer.from(binary, 'latin1')).text;
}

// RFC 2231 names its charset before the first quote: filename*=gb2312''%B1%ED.xlsx
function relabelled(line: string): string {
  return line.replace(/(\*(?:0\*)?\s*=\s*"?)([\w-]{2,20})(?=')/g, (_all, lead: string, charset: string) => {
    return lead + charsetLabel(charset);
  });
}

function shorten(name: string): string {
  if (name.length <= caps.nameChars) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > name.length - 12 ? name.slice(dot) : '';
  return name.slice(0, caps.nameChars - ending.length) + ending;
}
