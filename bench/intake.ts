import { sql } from 'kysely';
import { simpleParser } from 'mailparser';
import { openImap } from '../mail/imap/open-imap.js';
import { openMailbox } from '../mail/imap/mailbox.js';
import { readMail } from '../mail/read/read-mail.js';
import { startMailbox } from '../activities/mailbox/start-mailbox.js';
import { ids } from '../workflows/api.js';
import { type Dovecot, openDovecot } from '../test/mail/dovecot.js';
import { benchCadence } from './bench-cadence.js';
import {
  answersAccounted,
  retire,
  runCampaign,
  startRound,
  type StoredCampaign,
  tasksReach,
  terminate,
} from './campaign.js';
import { repliesTo } from './intake/replies.js';
import { heldMb, largeMail } from './intake/mail-memory.js';
import { type Bench, median, rounded } from './line.js';
import { compare, inPairs } from './pairs.js';
import { openPairedStand, type PairedStand } from './stand.js';
import { until, within } from './within.js';

const limit = 0.4;
const replies = 1_000;
/** A thousand workflows come and go; the record's own pages may grow. */
const grownMbAtMost = 30;
const largeMbAtMost = 150;
/** Every task is answered twice: once, and once more as a correction. */
const campaigns = 5;

/**
 * A thousand replies that lie in a mailbox of Dovecot, until the record holds the answer of each and its receipt;
 * against fetching the same mails over one connection, parsing them and nothing else, as it is done with the usual
 * libraries, `imapflow` and `mailparser`. Mails a second. `ownReader` is the same with the reader that the intake has:
 * it is faster, which must not make the intake look slower. `accepted` goes on until each answer is accounted by its
 * task and each receipt accepted by the relay: the engine's pace, not ours.
 */
export const intake: Bench = {
  name: 'intake',
  run: async () => {
    const dovecot = await openDovecot();
    const mailbox = openMailbox({
      access: { url: dovecot.url() },
      inbox: 'INBOX',
      processed: 'Processed',
      held: 'Held',
      ownDomain: 'shuangyue.example',
      isTrial: () => false,
      maxBytes: 26_214_400,
      now: () => new Date(),
    });
    const stand = await openPairedStand({ mailbox });
    let opened: readonly StoredCampaign[] = [];
    try {
      const paired = await inPairs(3, {
        floor: async () => {
          opened = await openCampaigns(stand);
          await fillInbox(stand, dovecot, opened);
          return { usual: await fetchAndRead(dovecot, simpleParser), own: await fetchAndRead(dovecot, readMail) };
        },
        ours: () => takeIn(stand, mailbox.account, opened),
      });
      const ours = paired.ours.map(({ stored }) => stored);
      const compared = compare({ floor: paired.floor.map(({ usual }) => usual), ours });
      const own = compare({ floor: paired.floor.map((floor) => floor.own), ours });
      const accepted = rounded(median(paired.ours.map(({ accepted: rate }) => rate)));
      const grownMb = rounded(median(paired.ours.map(({ grownMb: grown }) => grown)));
      const largeMb = await largeMail(stand, dovecot, mailbox.account);
      return [
        {
          bench: 'intake',
          ...compared,
          limit,
          atLeast: true,
          ok: compared.ratio >= limit,
          unit: 'mails/s',
          replies,
          accepted,
          ownReader: { floor: own.floor, ratio: own.ratio, ratios: own.ratios },
        },
        {
          bench: 'intake.grown',
          ours: grownMb,
          limit: grownMbAtMost,
          ok: grownMb <= grownMbAtMost,
          unit: 'MB',
          runs: 3,
        },
        {
          bench: 'intake.large',
          ours: largeMb,
          limit: largeMbAtMost,
          ok: largeMb <= largeMbAtMost,
          unit: 'MB',
          runs: 1,
        },
      ];
    } finally {
      await stand.close();
      await dovecot.close();
    }
  },
};

async function openCampaigns(stand: PairedStand): Promise<readonly StoredCampaign[]> {
  const opened: StoredCampaign[] = [];
  for (let count = 0; count < campaigns; count += 1) {
    const stored = await runCampaign(stand, benchCadence());
    const openings = stand.sink.accepts(stored.leads.length);
    await startRound(stand, stored.campaign);
    await tasksReach(stand, stored.campaign, 'asked', stored.tasks.length);
    await within(60_000, `the opening letters of ${stored.campaign}`, openings);
    opened.push(stored);
  }
  return opened;
}

async function fillInbox(stand: PairedStand, dovecot: Dovecot, opened: readonly StoredCampaign[]): Promise<void> {
  const mails: Buffer[] = [];
  for (const turn of [1, 2]) for (const stored of opened) mails.push(...(await repliesTo(stand, stored, turn)));
  await dovecot.deliverAll(mails.slice(0, replies), new Date().toISOString());
}

type Reader = (raw: Buffer) => Promise<{ readonly text?: string | undefined }>;

async function fetchAndRead(dovecot: Dovecot, reader: Reader): Promise<number> {
  const began = performance.now();
  const client = await openImap({ url: dovecot.url() });
  try {
    await client.mailboxOpen('INBOX', { readOnly: true });
    let read = 0;
    for await (const { source } of client.fetch('1:*', { source: true })) {
      const { text } = await reader(source ?? Buffer.alloc(0));
      if (text?.includes('任务')) read += 1;
    }
    if (read !== replies) throw new Error(`${read} of ${replies} replies were read`);
  } finally {
    await client.logout();
  }
  return rate(began);
}

interface Taken {
  readonly stored: number;
  readonly accepted: number;
  /** What the process holds more than before, after garbage collection. */
  readonly grownMb: number;
}

async function takeIn(stand: PairedStand, account: string, opened: readonly StoredCampaign[]): Promise<Taken> {
  const held = heldMb();
  const receipts = stand.sink.accepts(replies);
  const began = performance.now();
  await startMailbox(stand.deps, account);
  await answersAndReceipts(stand, opened);
  const stored = rate(began);
  await within(300_000, `the receipt ${replies}`, receipts);
  await answersAccounted(stand, opened, replies);
  const measured = { stored, accepted: rate(began), grownMb: heldMb() - held };
  await terminate(stand, [ids.mailbox(account)]);
  for (const stored of opened) await retire(stand, stored);
  return measured;
}

/** Looked at seldom and at one thing, for looking takes time as well: a mail's receipt is laid down after its answer. */
async function answersAndReceipts({ db }: PairedStand, opened: readonly StoredCampaign[]): Promise<void> {
  const ids = opened.map(({ campaign }) => campaign);
  const counted = sql<number>`count(*)::int`.as('count');
  const receipts = db.selectFrom('letter').select(counted).where('campaign', 'in', ids).where('kind', '=', 'receipt');
  const answers = db.selectFrom('answer').select(counted).where('campaign', 'in', ids);
  const laidDown = async () => (await receipts.executeTakeFirstOrThrow()).count >= replies;
  await until(300_000, `${replies} receipts`, laidDown, 100);
  const { count } = await answers.executeTakeFirstOrThrow();
  if (count < replies) throw new Error(`${count} of ${replies} answers are stored`);
}

function rate(began: number): number {
  return replies / ((performance.now() - began) / 1000);
}
