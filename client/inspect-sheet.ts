import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepSecrets } from '../config/secrets.js';
import type { Settings } from '../config/settings.js';
import type { SheetClaims } from '../domain/sheet-claims.js';
import { peekSheetToken, readSheetToken } from '../mail/sheet-token.js';
import { openAnswerSheet, unreadReasons } from '../sheets/answer-sheet/open-answer-sheet.js';
import type { SheetAnswer, SheetReading } from '../sheets/answer-sheet/read-answer-sheet.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

/** What `sheet inspect --json` prints. */
export interface SheetInspection {
  readonly file: string;
  readonly accepted: boolean;
  /** One sentence, or null for a sheet that would be taken. */
  readonly reason: string | null;
  /** What it answers by its own word; null where it does not say. */
  readonly answers: Pick<SheetClaims, 'campaign' | 'round' | 'party'> | null;
  /** Whether its seal is ours; null where this machine does not know the office's secret. */
  readonly sealed: boolean | null;
  readonly rows: readonly SheetAnswer[];
  /** Cells that belong to no task. */
  readonly strays: SheetReading['strays'];
}

/** Reads a filled 调度表 as intake would, without a server. */
export async function inspectSheet({ settings, words }: ClientDeps, file: string): Promise<SheetInspection> {
  const bytes = await contentOf(file, words);
  const secret = await knownSecret(settings());
  const tokens: string[] = [];
  const opened = await openAnswerSheet(bytes, (token) => {
    tokens.push(token);
    return peekSheetToken(token);
  });
  if (opened.kind !== 'sheet') {
    const reason = words.sheet.unread(opened.kind === 'refused' ? opened.code : opened.kind, opened.reason);
    return { file, accepted: false, reason, answers: null, sealed: null, rows: [], strays: [] };
  }
  const { claims, reading } = opened;
  const { campaign, round, party } = claims;
  const sealed = secret === undefined ? null : tokens.some((token) => readSheetToken(token, secret) !== undefined);
  const reason = sealed === false ? words.sheet.unread('forged', unreadReasons.forged) : null;
  return { file, accepted: reason === null, reason, answers: { campaign, round, party }, sealed, ...reading };
}

async function contentOf(file: string, words: Words): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw mistake(words.cannotRead(file), cause);
  }
}

/** What is not there yet is not made here: a new secret would have signed no sheet. */
async function knownSecret(settings: Settings): Promise<string | undefined> {
  if (settings.signingSecret !== undefined) return settings.signingSecret;
  if (!existsSync(join(settings.home, 'secrets.json'))) return undefined;
  return (await keepSecrets(settings)).signingSecret;
}
