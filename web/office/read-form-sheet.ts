import { chineseRound } from '../../domain/chinese-date.js';
import type { LinkClaims } from '../../mail/link-token.js';
import { readSheetToken } from '../../mail/sheet-token.js';
import { openInTurn } from '../../sheets/answer-sheet/open-in-turn.js';
import { fileKind } from '../../sheets/file-kind.js';
import type { Upload } from '../answer/uploads.js';
import type { FormSheet } from '../web-deps.js';

/** A filled 调度表 that was put on its party's page; a workbook of another kind may be a proof, and is kept unread. */
export async function readFormSheet(
  { campaign, party, round }: LinkClaims,
  { name, bytes }: Upload,
  secret: string,
): Promise<FormSheet> {
  if (!/\.xlsx$/iu.test(name) || fileKind(bytes) !== 'zip') return { kind: 'other' };
  const opened = await openInTurn(bytes, (token) => readSheetToken(token, secret));
  if (opened.kind === 'refused' || opened.kind === 'unsealed') return { kind: 'other' };
  if (opened.kind !== 'sheet')
    return { kind: 'refused', why: `附件“${name}”没有收：${opened.reason.replace(/。$/u, '')}` };
  const { claims, reading } = opened;
  if (claims.campaign !== campaign || claims.party !== party)
    return { kind: 'refused', why: `附件“${name}”是另一单位的调度表，没有收；请用本单位调度通知所附的调度表` };
  if (claims.round !== round)
    return {
      kind: 'refused',
      why: `附件“${name}”是${chineseRound(claims.round)}调度的调度表，没有收；本页报送的是${chineseRound(round)}调度`,
    };
  return { kind: 'sheet', reading };
}
