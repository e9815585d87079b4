import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeArrived } from '../../activities/intake/judge-arrived.js';
import { heldAtMost } from '../../activities/intake/held-note.js';
import { receiveMail } from '../../activities/intake/receive-mail.js';
import { sendReceipt } from '../../activities/intake/send-receipt.js';
import { repliesAtMost } from '../../activities/intake/worth-receipt.js';
import { claimNotesLetter } from '../../activities/letters/claim-notes.js';
import { sendUnsent } from '../../activities/letters/send-unsent.js';
import { readMail, type ReadMail } from '../../mail/read/read-mail.js';
import { markAccounted } from '../../record/answers.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { coordinatorsDesk } from '../../workflows/api.js';
import { rawMail } from '../mail/raw-mail.js';
import type { SunkMail } from './mail-sink.js';
import { openIntakeOffice } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
type Campaign = Awaited<ReturnType<Office['campaign']>>;
let office: Office;

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

/** A machine that answers whatever it gets and does not say that it is one. */
interface Robot {
  readonly addresses: readonly string[];
  /** The `n`th text; the letter it answers is at hand for quoting. */
  readonly says: (n: number, letter: ReadMail) => string;
  /** Answers the address in From and refers to nothing. */
  readonly forgetsReference?: boolean;
  readonly head?: readonly string[];
}

const minute = 60_000;
const startedAt = Date.parse('2026-02-20T02:00:00.000Z');
/** A loop is one that has not ended by then. */
const endless = 150;

interface Exchange {
  /** What each side wrote after the first letter. */
  readonly theirs: number;
  readonly receipts: number;
  readonly notes: number;
}

/** The robot and our intake answer each other until both are silent. */
async function converse(campaign: Campaign, robot: Robot): Promise<Exchange> {
  let [theirs, receipts] = [0, 0];
  let seen = office.sink.mails.length;
  await campaign.letterTo('p0');
  const isHis = (mail: SunkMail) => mail.to.some((address) => robot.addresses.includes(address.toLowerCase()));
  const fresh = () => {
    const mails = office.sink.mails.slice(seen);
    seen = office.sink.mails.length;
    return mails.filter(isHis);
  };
  for (let letters = fresh(); letters.length > 0 && theirs < endless; letters = fresh()) {
    for (const letter of letters) {
      for (const address of robot.addresses.filter((one) => letter.to.some((to) => to.toLowerCase() === one))) {
        theirs += 1;
        const at = startedAt + theirs * minute;
        const raw = await replyTo(robot, address, letter, theirs);
        const to = robot.forgetsReference ? office.deps.office.from : replyAddressOf(letter);
        if (await taken({ raw, from: address, to, at })) receipts += 1;
        await claimNotesLetter(office.deps, campaign.id, at + 24 * 60 * minute);
        await sendUnsent(office.deps, { campaign: campaign.id, desk: coordinatorsDesk });
      }
    }
  }
  return { theirs, receipts, notes: (await campaign.notes()).length };
}

function replyAddressOf({ raw }: SunkMail): string {
  return /reply\+[a-z2-7]+@[\w.]+/.exec(raw.toString('latin1'))?.[0] ?? '';
}

async function replyTo({ says, head = [], forgetsReference }: Robot, from: string, letter: SunkMail, n: number) {
  const read = await readMail(letter.raw);
  const reference = forgetsReference || read.messageId === undefined ? [] : [`In-Reply-To: ${read.messageId}`];
  const lines = [`From: <${from}>`, `Message-ID: <${n}@robot.example>`, ...reference, ...head];
  return rawMail([...lines, 'Content-Type: text/plain; charset=utf-8'], says(n, read));
}

/** As the intake workflow does it; true where a receipt went out. */
async function taken({ raw, from, to, at }: { raw: Buffer; from: string; to: string; at: number }): Promise<boolean> {
  const receivedAt = new Date(at).toISOString();
  const { mail } = await receiveMail(office.deps, { raw, envelope: { from, to: [to] }, receivedAt });
  const verdict = await judgeArrived(office.deps, { mail, at });
  const answers = await answersOfMail(office.deps.db, mail);
  await markAccounted(office.deps.db, answers.map((answer) => ({ ...answer, outcome: 'answered' as const, at: receivedAt }))); // prettier-ignore
  return verdict.receipt && (await sendReceipt(office.deps, { mail, at })) !== 'nobody';
}

const quoted = (letter: ReadMail) => letter.full.replaceAll(/^/gm, '> ');
/** The first receipt answers the opening; of those that answer a reply to a receipt there are a dozen. */
const receiptsAtMost = 1 + repliesAtMost;

describe('a machine that hides its nature falls silent', () => {
  it.each<[string, Pick<Robot, 'says'> & Partial<Robot>, { theirs: number; receipts: number; notes: number }]>([
    ['that says the same each time', { says: () => '任务1：序时推进，累计40项。' }, { theirs: 2, receipts: 1, notes: 0 }],
    ['that says 收到 each time', { says: () => '收到，谢谢！' }, { theirs: 1, receipts: 0, notes: 0 }],
    ['that says 收到 with a number each time', { says: (n) => `收到，谢谢！\n\n流水号${n}` }, { theirs: 1, receipts: 0, notes: 0 }],
    ['that answers with new figures each time', { says: (n) => `任务1：序时推进，累计${40 + n}项。` }, { theirs: receiptsAtMost + 1, receipts: receiptsAtMost, notes: 1 }],
    ['that answers with new figures and quotes us', { says: (n, letter) => `任务1：序时推进，累计${40 + n}项。\n\n${quoted(letter)}` }, { theirs: receiptsAtMost + 1, receipts: receiptsAtMost, notes: 1 }],
    ['that says something else each time', { says: (n) => `您的来信已登记，编号${n}，我们将尽快处理。` }, { theirs: 2, receipts: 1, notes: 2 }],
    ['that only quotes us', { says: (_n, letter) => quoted(letter) }, { theirs: 1, receipts: 0, notes: 1 }],
    ['that asks for a later day each time', { says: (n) => `任务1：申请延期至3月${1 + (n % 28)}日。` }, { theirs: 1, receipts: 0, notes: 1 }],
    ['that is marked and away', { says: () => '我在休假。', head: ['Auto-Submitted: auto-replied'] }, { theirs: 1, receipts: 0, notes: 1 }],
    ['that refers to nothing', { says: (n) => `任务1：序时推进，累计${40 + n}项。`, forgetsReference: true }, { theirs: 1, receipts: 0, notes: 1 }],
  ])('%s', async (_name, robot, expected) => {
    const campaign = await office.campaign();
    const addresses = [campaign.liaison('p0').toLowerCase()];
    const exchange = await converse(campaign, { addresses, ...robot });
    expect(exchange).toEqual(expected);
  }); // prettier-ignore

  it('in a coordinator’s mailbox', async () => {
    const campaign = await office.campaign();
    const addresses = [campaign.liaison('p0').toLowerCase(), 'zqb1@ln.example'];
    const says = (n: number) => `编号${n}：来信已登记。`;
    const { theirs } = await converse(campaign, { addresses, says });
    expect(theirs).toBeLessThanOrEqual(3 * (receiptsAtMost + 1));
  });

  it('in a mailbox that is a coordinator’s and a liaison’s', async () => {
    const own = 'both@ln.example';
    const campaign = await office.campaign({ coordinators: [{ code: 'zqb1', name: '值班员', email: own }] });
    await office.deps.db.updateTable('post').set({ email: own }).where('campaign', '=', campaign.id).where('party', '=', 'p0').execute(); // prettier-ignore
    const says = (n: number) => `编号${n}：来信已登记。`;
    const { theirs } = await converse(campaign, { addresses: [own], says, forgetsReference: true });
    expect(theirs).toBeLessThanOrEqual(heldAtMost + 3);
  });
});
