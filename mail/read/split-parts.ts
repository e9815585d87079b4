import { finished } from 'node:stream';
import mailsplit from '@zone-eu/mailsplit';
import type { MimeNode, SplitterChunk } from '@zone-eu/mailsplit';
import { caps } from './caps.js';
import { mendMail, mendStructure } from './mend-mail.js';
import { decodeTransfer } from './transfer-encoding.js';

/** A header as it came: lower-case name, value with a byte a character, still folded and encoded. */
export interface RawHeader {
  readonly name: string;
  readonly value: string;
}

/** A leaf of the MIME tree with its bytes, transfer encoding undone. */
export interface MailPart {
  readonly contentType: string;
  readonly charset: string;
  readonly disposition: string;
  readonly headers: readonly RawHeader[];
  readonly bytes: Buffer;
  /** The nearest multipart/alternative above, the same number for all its leaves; 0 for none. */
  readonly alternative: number;
  readonly flowed: boolean;
  readonly delSp: boolean;
}

export interface SplitMail {
  readonly headers: readonly RawHeader[];
  readonly parts: readonly MailPart[];
  /** Why splitting stopped early; what came before is there. */
  readonly problem?: string;
}

/** The mail's tree flattened; mailparser itself decodes text before anybody can look at its bytes. */
export async function splitParts(given: Buffer): Promise<SplitMail> {
  const raw = mendMail(given);
  const split = await splitTree(raw);
  if (split.parts.some(({ bytes }) => bytes.length > 0) || !isMultipart(split)) return split;
  const mended = mendStructure(raw);
  return mended === undefined ? split : { ...(await splitTree(mended)), headers: split.headers };
}

function isMultipart({ headers }: SplitMail): boolean {
  return headers.some(({ name, value }) => name === 'content-type' && /^\s*multipart\//i.test(value));
}

async function splitTree(raw: Buffer): Promise<SplitMail> {
  const bodies = new Map<MimeNode, Buffer[]>();
  const problem = await collect(raw, (chunk) => {
    if (chunk.type === 'node') bodies.set(chunk, []);
    else if (chunk.type === 'body') bodies.get(chunk.node)?.push(chunk.value);
  });
  const root = bodies.keys().next().value;
  const leaves = [...bodies].filter(([node]) => node.multipart === false);
  return {
    headers: root === undefined ? [] : rawHeaders(root),
    parts: leaves.map(([node, chunks]) => toPart(node, chunks, [...bodies.keys()])),
    ...(problem === undefined ? {} : { problem }),
  };
}

function collect(raw: Buffer, onChunk: (chunk: SplitterChunk) => void): Promise<string | undefined> {
  const splitter = new mailsplit.Splitter({
    ignoreEmbedded: true,
    maxChildNodes: caps.parts,
    maxHeadSize: caps.headBytes,
  });
  return new Promise((resolve) => {
    splitter.on('data', onChunk);
    finished(splitter, (error) => resolve(error?.message));
    splitter.end(raw);
  });
}

function toPart(node: MimeNode, chunks: readonly Buffer[], nodes: readonly MimeNode[]): MailPart {
  return {
    contentType: node.contentType || 'text/plain',
    charset: node.charset || '',
    disposition: node.disposition || '',
    headers: rawHeaders(node),
    bytes: decodeTransfer(Buffer.concat(chunks), node.encoding || ''),
    alternative: alternativeOf(node, nodes),
    flowed: node.flowed,
    delSp: node.delSp,
  };
}

function alternativeOf(node: MimeNode, nodes: readonly MimeNode[]): number {
  let above = node.parentNode;
  while (above) {
    if (above.multipart === 'alternative') return nodes.indexOf(above) + 1;
    above = above.parentNode;
  }
  return 0;
}

function rawHeaders(node: MimeNode): RawHeader[] {
  if (!node.headers) return [];
  return node.headers
    .getList()
    .filter(({ key }) => key !== '')
    .map(({ key, line }) => ({ name: key, value: line.slice(line.indexOf(':') + 1) }));
}
