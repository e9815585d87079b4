import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Envelope } from '../send/postbox.js';

/** One mail as a file: its envelope as a first header line, then the bytes as they came. */
export interface EnvelopeFile extends Envelope {
  readonly at: string;
  readonly raw: Buffer;
}

const label = 'X-Post-Envelope: ';

const firstLine = ({ from, to, at }: EnvelopeFile): string => `${label}${JSON.stringify({ from, to, at })}\r\n`;

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Written beside, synced, renamed: after this returns the mail survives a crash, before it there is no trace of it. */
export const writeEnvelopeFile = async (path: string, mail: EnvelopeFile): Promise<void> => {
  const temporary = `${path}.tmp`;
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(Buffer.concat([Buffer.from(firstLine(mail)), mail.raw]));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
};

export const readEnvelopeFile = async (path: string): Promise<EnvelopeFile> => {
  const bytes = await readFile(path);
  const end = bytes.indexOf('\r\n');
  const line = bytes.subarray(0, Math.max(0, end)).toString();
  if (!line.startsWith(label)) {
    throw new Error(`No post office file: ${path} does not begin with "${label.trim()}"; move it out of the folder.`);
  }
  const { from, to, at } = JSON.parse(line.slice(label.length)) as Omit<EnvelopeFile, 'raw'>;
  return { from, to, at, raw: bytes.subarray(end + 2) };
};
