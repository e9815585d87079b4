import { readWord, wordEdits } from '../../bulletin/docx/read-edits.js';
import { wordOrigin } from '../../bulletin/docx/word-properties.js';
import type { EditedInWord, EditInWord, WordFinding } from '../../domain/office-requests.js';
import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import { readBulletin } from '../../record/bulletins.js';
import type { FileStore } from '../../record/files.js';
import type { Db } from '../../record/schema.js';
import { editBulletin } from './edit-bulletin.js';
import { knownCampaign, refuseStranger } from './known.js';
import { refused } from './refuse.js';

type Request = EditInWord & { readonly campaign: string; readonly round: string; readonly editedAt: string };

/** Holds the document against the version it shows; what was changed is stored as any other edit, once nothing is open. */
export async function editInWord(db: Db, files: FileStore, request: Request): Promise<EditedInWord> {
  const { campaign, round, by, why, editedAt, confirmFigures = false, leaveFixed = false } = request;
  refuseStranger(await knownCampaign(db, campaign), by);
  const document = readWord(Buffer.from(request.file, 'base64'));
  const origin = wordOrigin(document.properties);
  if (origin && (origin.campaign !== campaign || origin.round !== round)) throw another(request, origin);
  const shown = await readBulletin(db, { campaign, round, version: origin?.version });
  if (!shown) throw refused(({ noSuchVersion }) => noSuchVersion(round));
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
  const other = origin.campaign === campaign ? undefined : origin.campaign;
  return refused(({ otherBulletin }) => otherBulletin(other, origin.round, round));
}

function unmarked(version: number): WordFinding {
  return { kind: 'note', text: `文件没有注明出自哪一版（可能另存时丢失），按第${version}版核对` };
}
