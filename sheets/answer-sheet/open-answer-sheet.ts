import type { SheetClaims } from '../../domain/sheet-claims.js';
import { readWorkbook } from '../read-workbook.js';
import { type RefusalCode, SheetRefused } from '../sheet-refused.js';
import { findSeal } from './find-seal.js';
import { readAnswerSheet, type SheetReading } from './read-answer-sheet.js';

/** A file as a 调度表, or why it is none: refused by the guard, no workbook of ours, a seal that does not hold, no table. */
export type OpenedSheet =
  | { readonly kind: 'sheet'; readonly claims: SheetClaims; readonly reading: SheetReading }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly reason: string }
  | { readonly kind: 'unsealed' | 'forged' | 'tableless'; readonly reason: string };

/** What keeps a file from being read as a 调度表. */
export type UnreadKind = Exclude<OpenedSheet['kind'], 'sheet' | 'refused'> | RefusalCode;

/** Said of a file that is no 调度表 of ours. */
export const unreadReasons = {
  unsealed: '工作簿不是随调度通知发出的调度表（没有标识页）；请用通知所附的调度表填报，或在回信正文中分项作答。',
  forged: '调度表的标识校验不符，无法确定所属单位和期次；请用通知所附的调度表重新填报。',
  tableless: '工作簿里找不到调度表（应有“序号”“本期累计”“自评”等列的一页）；请用通知所附的调度表重新填报。',
} as const;

/** Guards, reads and opens a filled 调度表; `claimsOf` says what its token claims, or nothing for one not ours. */
export async function openAnswerSheet(
  bytes: Uint8Array,
  claimsOf: (token: string) => SheetClaims | undefined,
): Promise<OpenedSheet> {
  try {
    const workbook = await readWorkbook(bytes);
    const token = findSeal(workbook);
    if (token === undefined) return none('unsealed');
    const claims = claimsOf(token);
    if (claims === undefined) return none('forged');
    const reading = readAnswerSheet(workbook, claims);
    return reading === undefined ? none('tableless') : { kind: 'sheet', claims, reading };
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    return { kind: 'refused', code: error.code, reason: error.message };
  }
}

const none = (kind: keyof typeof unreadReasons) => ({ kind, reason: unreadReasons[kind] }) as const;
