import { sql } from 'kysely';
import type {
  BulletinEntry,
  CampaignEntry,
  ContactEntry,
  JournalEntry,
  LetterEntry,
  MailEntry,
} from '../domain/board.js';
import { type BulletinVersion, listBulletins } from './bulletins.js';
import { readCampaign } from './campaigns.js';
import { type MailRecord, listMails, readMail } from './mails.js';
import type { Db, LetterKind, LetterState, MailState } from './schema.js';

export async function campaignEntries(db: Db): Promise<readonly CampaignEntry[]> {
  const rows = await db
    .selectFrom('campaign')
    .select(['id', 'year', 'title', 'state', 'setup'])
    .select(sql<number>`(select count(*) from task where task.campaign = campaign.id)`.as('tasks'))
    .select(sql<number>`(select count(*) from party where party.campaign = campaign.id)`.as('parties'))
    .orderBy('anchored_at')
    .orderBy('id')
    .execute();
  return rows.map(({ setup, ...entry }) => ({
    ...entry,
    zone: setup.zone,
    coordinators: setup.coordinators.map(({ code, name }) => ({ code, name })),
  }));
}

export async function mailEntries(
  db: Db,
  filter: { readonly campaign?: string | undefined; readonly state?: MailState | undefined } = {},
): Promise<readonly MailEntry[]> {
  return (await listMails(db, filter)).map(mailEntryOf);
}

/** Its text is the raw mail's, which lies in the file store. */
export async function mailEntry(db: Db, id: string): Promise<MailEntry | undefined> {
  const mail = await readMail(db, id);
  return mail === undefined ? undefined : mailEntryOf(mail);
}

function mailEntryOf({
  id,
  receivedAt,
  kind,
  state,
  party,
  campaign,
  round,
  reasons,
  toEnter,
  ...mail
}: MailRecord): MailEntry {
  const from = mail.fromAddress ?? mail.envelopeFrom;
  return { id, receivedAt, from, subject: mail.subject ?? '', kind, state, party, campaign, round, reasons, toEnter };
}

export interface LetterFilter {
  readonly campaign: string;
  readonly state?: LetterState | undefined;
  readonly kind?: LetterKind | undefined;
  readonly round?: string | undefined;
  readonly desk?: string | undefined;
}

/** In the order in which they were planned; `tasks` are those whose notices the letter carries. */
export function letterEntries(db: Db, { campaign, ...filter }: LetterFilter): Promise<readonly LetterEntry[]> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return db
    .selectFrom('letter')
    .select(['id', 'kind', 'desk', 'round', 'state', 'subject', 'recipients as to', 'copies as cc', 'failure'])
    .select(['planned_at as plannedAt', 'sent_at as sentAt', 'signed_by as signedBy'])
    .select(
      sql<readonly number[]>`
        array(select distinct task from notice where notice.letter = letter.id order by task)`.as('tasks'),
    )
    .where('campaign', '=', campaign)
    .where((eb) => eb.and(given))
    .orderBy('planned_at')
    .orderBy('id')
    .execute();
}

/** `pathOf` knows where the office finds a version's page as a file. */
export async function bulletinEntries(
  db: Db,
  campaign: string,
  pathOf: (bulletin: BulletinVersion & { readonly html: string }) => string,
): Promise<readonly BulletinEntry[]> {
  const name = (await readCampaign(db, campaign))?.setup.bulletin ?? '简报';
  return (await listBulletins(db, campaign)).map((bulletin) => ({
    round: bulletin.round,
    version: bulletin.version,
    issue: bulletin.issue,
    state: bulletin.state,
    title: `${name}第${bulletin.issue}期`,
    composedAt: bulletin.composedAt,
    publishedAt: bulletin.publishedAt,
    path: pathOf(bulletin),
  }));
}

/** Newest first. */
export function journalEntries(
  db: Db,
  { campaign, limit = 100 }: { readonly campaign: string; readonly limit?: number | undefined },
): Promise<readonly JournalEntry[]> {
  return db
    .selectFrom('journal')
    .select(['at', 'by', 'act', 'task', 'round', 'party', 'why'])
    .where('campaign', '=', campaign)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The posts as they are now, in the register's order. */
export function contactEntries(
  db: Db,
  { campaign, party }: { readonly campaign: string; readonly party?: string | undefined },
): Promise<readonly ContactEntry[]> {
  return db
    .selectFrom('post')
    .innerJoin('party', (join) =>
      join.onRef('party.campaign', '=', 'post.campaign').onRef('party.code', '=', 'post.party'),
    )
    .select(['post.party', 'party.name as partyName', 'post.kind as post', 'post.name', 'email', 'phone', 'since'])
    .select(['bounced_at as bouncedAt', 'asked_at as askedAt', 'confirmed_at as confirmedAt'])
    .where('post.campaign', '=', campaign)
    .where('until', 'is', null)
    .$if(party !== undefined, (query) => query.where('post.party', '=', party ?? ''))
    .orderBy('party.position')
    .orderBy('post.party')
    .orderBy('post.kind')
    .execute();
}
