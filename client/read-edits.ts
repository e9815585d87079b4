import { z } from 'zod';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

export interface Edits {
  /** The version they were made on, where the file names it. */
  readonly version?: number;
  readonly texts: Readonly<Record<string, string>>;
}

const texts = z.record(z.string().min(1), z.string());
/** What `bulletin show --json` printed, edited; or only the changed texts, by place. */
const shown = z.looseObject({ version: z.int().min(1), texts });

export function readEdits(content: string, file: string, words: Words): Edits {
  const data = parse(content, file, words);
  const whole = shown.safeParse(data);
  if (whole.success) return { version: whole.data.version, texts: whole.data.texts };
  const bare = texts.safeParse(data);
  if (!bare.success || Object.keys(bare.data).length === 0) throw mistake(words.badEdits(file));
  return { texts: bare.data };
}

function parse(content: string, file: string, words: Words): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw mistake(words.badEdits(file), cause);
  }
}
