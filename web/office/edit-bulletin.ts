import { composeHtml } from '../../bulletin/compose-html.js';
import type { EditBulletin, EditedBulletin } from '../../domain/office-requests.js';
import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import { applyEdits } from '../../domain/roll-up/edits.js';
import { type BulletinRecord, readBulletin, saveDraft } from '../../record/bulletins.js';
import { type FileStore, keepFile } from '../../record/files.js';
import { append } from '../../record/journal.js';
import { lockCampaigns } from '../../record/lock-campaigns.js';
import { refusal } from '../../record/refusal.js';
import type { Db } from '../../record/schema.js';
import { knownCampaign, refuseStranger } from './known.js';
import { refused } from './refuse.js';

type Request = EditBulletin & {
  readonly campaign: string;
  readonly round: string;
  readonly editedAt: string;
  /** What the coordinator was told and confirmed. */
  readonly confirmed?: readonly string[];
};

/** Stores the edited draft as the next version; the bulletin's own workflow then hears of it by its Update `edit`. */
export async function editBulletin(db: Db, files: FileStore, request: Request): Promise<EditedBulletin> {
  const { campaign, round, by, why, editedAt: at } = request;
  refuseStranger(await knownCampaign(db, campaign), by);
  return db.transaction().execute(async (trx) => {
    await lockCampaigns(trx, [campaign]);
    const draft = editable(await readBulletin(trx, { campaign, round }), request);
    const model = editedModel(draft, request);
    const bytes = Buffer.from(await composeHtml(model, { draft: true }));
    const html = await keepFile(trx, files, { bytes, media: 'text/html', at });
    const version = await saveDraft(trx, { campaign, round, issue: draft.issue, model, html, composedAt: at, why });
    if (version !== draft.version + 1) throw overtaken(request, version);
    const { confirmed = [], naming } = request;
    const detail = {
      version,
      places: Object.keys(request.edits),
      ...(confirmed.length > 0 && { confirmed }),
      ...(naming !== undefined && { naming }),
    };
    await append(trx, { campaign, at, by, act: 'save-bulletin', round, why, detail });
    return { version };
  });
}

function editable(newest: BulletinRecord | undefined, request: Request): BulletinRecord {
  const { round, version } = request;
  if (!newest) throw refused(({ noDraft }) => noDraft(round));
  if (newest.version !== version) throw overtaken(request, newest.version);
  if (newest.state === 'draft' || newest.state === 'returned') return newest;
  throw refused(({ approved }) => approved(round, version));
}

function overtaken({ round, version }: Request, newest: number): Error {
  return refused((words) => words.overtaken(round, newest, version));
}

function editedModel({ model }: BulletinRecord, { edits, naming }: Request): BulletinModel {
  try {
    return applyEdits(model as BulletinModel, { texts: edits, ...(naming !== undefined && { naming }) });
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem;
    throw refusal(problem.message, problem);
  }
}
