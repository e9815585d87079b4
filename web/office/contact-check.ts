import type { ContactFinding } from '../../domain/board.js';
import { type AwayReply, checkContacts } from '../../domain/contact-check.js';
import { dateIn, instantIn } from '../../domain/zone-time.js';
import { awayUntil } from '../../mail/judge/away-until.js';
import { readMail } from '../../mail/read/read-mail.js';
import { contactEntries } from '../../record/board-entries.js';
import { askedParties, askedRounds, awayReplies, lostLetters, succeededPosts } from '../../record/contact-facts.js';
import { readCampaign } from '../../record/campaigns.js';
import type { FileStore } from '../../record/files.js';
import { readRounds } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';

interface Room {
  readonly db: Db;
  readonly files: FileStore;
  readonly now: () => Date;
}

/** What is wrong with the contacts of a campaign now; undefined where there is no such campaign. */
export async function contactCheck(room: Room, campaign: string): Promise<readonly ContactFinding[] | undefined> {
  const { db } = room;
  const setup = (await readCampaign(db, campaign))?.setup;
  if (!setup) return undefined;
  const now = room.now().toISOString();
  const opened = (await readRounds(db, campaign)).filter(({ state }) => state !== 'planned').at(-1);
  return checkContacts({
    now,
    today: dateIn(setup.zone, Date.parse(now)),
    parties: await askedParties(db, campaign),
    posts: await contactEntries(db, { campaign }),
    lost: await lostLetters(db, campaign),
    rounds: await askedRounds(db, { campaign, now }),
    away: await Promise.all((await awayReplies(db, campaign)).map((reply) => readAway(room, reply, setup.zone))),
    awaySince: opened?.opensAt ?? now,
    successors: await succeededPosts(db, campaign),
  });
}

/** Only the text says until when; it lies in the file store. */
async function readAway(
  { files }: Room,
  { party, email, at, raw }: Awaited<ReturnType<typeof awayReplies>>[number],
  zone: string,
): Promise<AwayReply> {
  const { text, full, subject } = await readMail(Buffer.from(await files.get(raw)));
  const until = awayUntil(`${subject}\n${text === '' ? full : text}`, instantIn(zone, at));
  return { party, email, at, ...(until !== undefined && { until }) };
}
