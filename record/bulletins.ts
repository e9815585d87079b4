import { sql } from 'kysely';
import { inBoth } from '../domain/sentence.js';
import { refusal } from './refusal.js';
import { refusalWords } from './refusal-words.js';
import type { BulletinState, Db } from './schema.js';
import { storableJson, storableText } from './storable.js';

export interface BulletinKey {
  readonly campaign: string;
  readonly round: string;
}
export interface BulletinVersion extends BulletinKey {
  readonly version: number;
}

export interface NewBulletin extends BulletinKey {
  readonly issue: number;
  /** What the page was made of, with the answer and version behind each figure. */
  readonly model: object;
  /** Hash of the page; it is in the file store and registered. */
  readonly html: string;
  readonly composedAt: string;
  readonly why?: string | undefined;
}

export interface BulletinRecord extends BulletinVersion {
  readonly issue: number;
  readonly state: BulletinState;
  readonly model: object;
  readonly html: string;
  readonly composedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly publishedAt: string | null;
  readonly why: string | null;
}

const columns = [
  'campaign',
  'round',
  'version',
  'issue',
  'state',
  'model',
  'html',
  'composed_at as composedAt',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
  'published_at as publishedAt',
  'why',
] as const;

/** The next version. The same page composed at the same instant is the same draft: composing may be tried again. */
export async function saveDraft(db: Db, draft: NewBulletin): Promise<number> {
  const newest = await readBulletin(db, draft);
  if (newest?.html === draft.html && newest.composedAt === new Date(draft.composedAt).toISOString())
    return newest.version;
  return insertDraft(db, draft);
}

async function insertDraft(db: Db, { campaign, round, issue, model, html, ...draft }: NewBulletin): Promise<number> {
  const next = sql<number>`(
    select coalesce(max(version), 0) + 1 from bulletin where campaign = ${campaign} and round = ${round})`;
  const { version } = await db
    .insertInto('bulletin')
    .values({
      campaign,
      round,
      version: next,
      issue,
      state: 'draft',
      model: storableJson(model),
      html,
      composed_at: draft.composedAt,
      why: draft.why === undefined ? null : storableText(draft.why),
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export interface BulletinDecision extends BulletinVersion {
  readonly decision: 'approved' | 'returned';
  readonly by: string;
  readonly at: string;
  readonly why?: string | undefined;
}

/** A coordinator's word on a draft; the same word may be written twice. */
export async function decideBulletin(db: Db, { decision, by, at, why, ...key }: BulletinDecision): Promise<void> {
  await db
    .updateTable('bulletin')
    .set({
      state: decision,
      decided_by: by,
      decided_at: at,
      why: why === undefined ? undefined : storableText(why),
    })
    .where(isVersion(key))
    .where('state', 'in', ['draft', decision])
    .returning('version')
    .executeTakeFirstOrThrow(() => refusal(inBoth(refusalWords, ({ noDraft }) => noDraft(key.round, key.version))));
}

export async function publishBulletin(
  db: Db,
  { at, ...key }: BulletinVersion & { readonly at: string },
): Promise<void> {
  await db
    .updateTable('bulletin')
    .set((eb) => ({ state: 'published', published_at: eb.fn.coalesce('published_at', eb.val(at)) }))
    .where(isVersion(key))
    .where('state', 'in', ['approved', 'published'])
    .returning('version')
    .executeTakeFirstOrThrow(() =>
      refusal(inBoth(refusalWords, ({ notApproved }) => notApproved(key.round, key.version))),
    );
}

/** Newest round first, and in it the newest version first. */
export function listBulletins(db: Db, campaign: string): Promise<readonly BulletinRecord[]> {
  return db
    .selectFrom('bulletin')
    .select(columns)
    .where('campaign', '=', campaign)
    .orderBy('round', 'desc')
    .orderBy('version', 'desc')
    .execute();
}

/** Without `version`, the newest. */
export function readBulletin(
  db: Db,
  { campaign, round, version }: BulletinKey & { readonly version?: number | undefined },
): Promise<BulletinRecord | undefined> {
  return db
    .selectFrom('bulletin')
    .select(columns)
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function isVersion({ campaign, round, version }: BulletinVersion) {
  return sql<boolean>`campaign = ${campaign} and round = ${round} and version = ${version}`;
}
