import { createHash } from 'node:crypto';
import { fileName } from './file-name.js';
import type { MailPart } from './split-parts.js';

export interface MailAttachment {
  readonly name: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly sha256: string;
  /** Shown inside the body, such as a signature's logo. */
  readonly inline: boolean;
  readonly content: Buffer;
}

export interface SortedParts {
  readonly texts: readonly MailPart[];
  readonly reports: readonly MailPart[];
  /** What a report says it returns: a whole mail or its headers. */
  readonly returned: readonly MailPart[];
  readonly files: readonly MailPart[];
}

/** What each part is for: body, delivery report, returned mail or attachment. */
export function sortParts(parts: readonly MailPart[]): SortedParts {
  return {
    texts: parts.filter(isBody),
    reports: parts.filter(isReport),
    returned: parts.filter(isReturned),
    files: parts.filter((part) => !isBody(part) && !isReport(part) && !isBareHeaders(part) && part.bytes.length > 0),
  };
}

export function toAttachment(part: MailPart, index: number): MailAttachment {
  const isImage = part.contentType.startsWith('image/');
  return {
    name: fileName(part.headers) ?? `附件${index + 1}${part.contentType === 'message/rfc822' ? '.eml' : ''}`,
    bytes: part.bytes.length,
    contentType: part.contentType,
    sha256: createHash('sha256').update(part.bytes).digest('hex'),
    inline: isImage && part.disposition !== 'attachment' && part.headers.some(({ name }) => name === 'content-id'),
    content: part.bytes,
  };
}

function isBody(part: MailPart): boolean {
  if (!/^text\/(plain|html)$/.test(part.contentType)) return false;
  return part.disposition !== 'attachment' && fileName(part.headers) === undefined;
}

function isReport(part: MailPart): boolean {
  return /^message\/(global-)?delivery-status$/.test(part.contentType);
}

function isReturned(part: MailPart): boolean {
  return isBareHeaders(part) || /^message\/(rfc822|global)$/.test(part.contentType);
}

function isBareHeaders(part: MailPart): boolean {
  return /^(text\/rfc822-headers|message\/global-headers)$/.test(part.contentType);
}
