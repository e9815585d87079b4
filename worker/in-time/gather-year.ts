import type { BulletinEntry, LetterEntry } from '../../domain/board.js';
import type { RoundRecord } from '../../record/rounds.js';
import { bulletinEntries, letterEntries } from '../../record/board-entries.js';
import { readRounds } from '../../record/rounds.js';
import { innerMarkup } from '../../web/post/letter-body.js';
import { openLetter, type ReadLetter } from '../../web/post/open-letter.js';
import type { OfficeInTime } from './office-in-time.js';

export interface SentLetter extends LetterEntry {
  readonly sentAt: string;
  readonly raw: Buffer;
  /** As its recipient's mail program shows it; `markup` without the frame of a document. */
  readonly opened: ReadLetter & { readonly markup: string | null };
}

/** All that a campaign's year left in the record. */
export interface GatheredYear {
  readonly rounds: readonly RoundRecord[];
  /** In the order in which they left. */
  readonly letters: readonly SentLetter[];
  /** Letters that were written and did not leave. */
  readonly unsent: readonly LetterEntry[];
  readonly bulletins: readonly (BulletinEntry & { readonly page: string })[];
}

export async function gatherYear({ deps, web }: OfficeInTime, campaign: string): Promise<GatheredYear> {
  const { db, files } = deps;
  const letters = await letterEntries(db, { campaign });
  const raws = new Map((await db.selectFrom('letter').select(['id', 'raw']).execute()).map(({ id, raw }) => [id, raw]));
  const sent: SentLetter[] = [];
  for (const letter of letters) {
    const { id, sentAt } = letter;
    const raw = raws.get(id);
    if (sentAt === null || !raw) continue;
    const bytes = Buffer.from(await files.get(raw));
    const opened = await openLetter(bytes);
    const markup = opened.html === null ? null : innerMarkup(opened.html);
    sent.push({ ...letter, sentAt, raw: bytes, opened: { ...opened, markup } });
  }
  const bulletins: GatheredYear['bulletins'][number][] = [];
  for (const entry of await bulletinEntries(db, campaign, () => '')) {
    const page = await web.board.bulletinPage(campaign, entry.round, entry.version);
    bulletins.push({ ...entry, page: page ?? '' });
  }
  return {
    rounds: await readRounds(db, campaign),
    letters: sent.toSorted(bySending),
    unsent: letters.filter(({ sentAt }) => sentAt === null),
    bulletins: bulletins.toSorted((one, other) => one.composedAt.localeCompare(other.composedAt)),
  };
}

function bySending(one: SentLetter, other: SentLetter): number {
  return one.sentAt.localeCompare(other.sentAt) || one.desk.localeCompare(other.desk) || one.id - other.id;
}
