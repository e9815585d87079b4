import { readWord, wordEdits } from '../../bulletin/docx/read-edits.js';
import { wordOrigin } from '../../bulletin/docx/word-properties.js';
import type { EditedInWord, EditInWord, WordFinding } from '../../domain/office-requests.js';
import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import { readBulletin } from '../../record/bulletins.js';
import type { FileStore } from '../../record/files.js';
import { refusal } from '../../record/refusal.js';
import type { Db } from '../../record/schema.js';
import { editBulletin } from './edit-bulletin.js';
import { knownCampaign, refuseStranger } from './known.js';

type Request = EditInWord & { readonly campaign: string; readonly round: string; readonly editedAt: string };

/** Holds the document against the version it shows; what was changed is stored as any other edit, once nothing is open. */
export async function editInWord(db: Db, files: FileStore, request: Request): Promise<EditedInWord> {
  const { campaign, round, by, why, editedAt, confirmFigures = false, leaveFixed = false } = request;
  refuseStranger(await knownCampaign(db, campaign), by);
  const document = readWord(Buffer.from(request.file, 'base64'));
  const origin = wordOrigin(document.properties);
  if (origin && (origin.campaign !== campaign || origin.round !== round)) throw another(request, origin);
  const shown = await readBulletin(db, { campaign, round, version: origin?.version });
  if (!shown) throw refusal(`${round} 期没有这份文件所写的简报版本：请用 bulletin show --to 重新取出再改。`);
  const { texts, findings: found } = wordEdits(shown.model as BulletinModel, document);
  const findings = origin ? found : [...found, unmarked(shown.version)];
  const open = (kind: WordFinding['kind'], agreed: boolean) =>
    !agreed && found.some((finding) => finding.kind === kind);
  if (open('figure', confirmFigures) || open('fixed', leaveFixed)) return { outcome: 'unconfirmed', findings };
  if (Object.keys(texts).length === 0) return { outcome: 'unchanged', findings };
  const confirmed = found.filter(({ kind }) => kind === 'figure' || kind === 'fixed').map(({ text }) => text);
  const edit = { campaign, round, by, editedAt, version: shown.version, edits: texts, confirmed };
  const { version } = await editBulletin(db, files, { ...edit, ...(why !== undefined && { why }) });
  return { outcome: 'saved', version, findings };
}

function another({ campaign, round }: Request, origin: { readonly campaign: string; readonly round: string }): Error {
  const name = origin.campaign === campaign ? `${origin.round} 期` : `行动 ${origin.campaign} ${origin.round} 期`;
  return refusal(`这份文件是${name}的简报，要改的是 ${round} 期：请核对文件和期号。`);
}

function unmarked(version: number): WordFinding {
  return { kind: 'note', text: `文件没有注明出自哪一版（可能另存时丢失），按第${version}版核对` };
}
