import { join } from 'node:path';
import type { Deps } from '../../activities/deps.js';
import { judgeArrived } from '../../activities/intake/judge-arrived.js';
import { receiveMail } from '../../activities/intake/receive-mail.js';
import { claimLetters } from '../../activities/letters/claim-letters.js';
import { sendUnsent } from '../../activities/letters/send-unsent.js';
import type { CampaignSetup, Party, Register } from '../../domain/register.js';
import { createPostbox } from '../../mail/send/postbox.js';
import { bounceAddress, replyAddress } from '../../mail/token.js';
import { saveCampaign } from '../../record/campaigns.js';
import type { Letter } from '../../record/letters.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { readMail } from '../../record/mails.js';
import { addNotices, addOpeningNotices } from '../../record/notices.js';
import { saveRounds, setRoundState } from '../../record/rounds.js';
import type { NoticeStep } from '../../record/schema.js';
import { openTestRecord } from '../record/open-test-record.js';
import { sampleCampaign, sampleRound } from '../record/sample-register.js';
import { fakeTemporal } from './fake-temporal.js';
import { openMailSink } from './mail-sink.js';
import { rawMail } from '../mail/raw-mail.js';

export const round = '2026-1';
const receivedAt = '2026-02-20T02:00:00.000Z';
const secret = 'a secret of tests';
const domain = 'zqb.example.cn';

export interface Arriving {
  readonly from: string;
  readonly to?: string;
  readonly text?: string;
  readonly headers?: readonly string[];
  readonly envelopeFrom?: string;
}

/** An office whose first round is open: p0 leads tasks 1 and 4, p1 task 2, p2 task 3, `idle` none. */
export async function openIntakeOffice(own: Pick<Deps['office'], 'authservId'> = {}) {
  const record = await openTestRecord();
  const sink = await openMailSink();
  const temporal = fakeTemporal();
  const postbox = createPostbox({ host: '127.0.0.1', port: sink.port });
  const deps: Deps = {
    db: record.db,
    files: record.files,
    client: temporal.client,
    postbox,
    holidays: { years: [], off: {}, work: {} },
    office: { domain, from: `office@${domain}`, publicUrl: 'http://127.0.0.1:1', secret, ...own },
    bootId: 'boot',
    outFolder: join(record.folder, 'out'),
    now: () => new Date('2026-02-20T03:00:00.000Z'),
  };
  let campaigns = 0;
  const close = async (): Promise<void> => {
    postbox.close();
    await sink.close();
    await record.close();
  };
  return {
    deps,
    sink,
    temporal,
    close,
    campaign: (own: Partial<CampaignSetup> = {}) => openCampaign(deps, `c${(campaigns += 1)}`, own),
  };
}

async function openCampaign(deps: Deps, id: string, own: Partial<CampaignSetup>) {
  const { db } = deps;
  const register = withOwnAddresses(id, sampleCampaign(id).register);
  const campaign = { ...sampleCampaign(id), register: { ...register, campaign: { ...register.campaign, ...own } } };
  await db.transaction().execute((trx) => saveCampaign(trx, campaign));
  await saveRounds(db, id, [sampleRound(round, '02'), sampleRound('2026-2', '04')]);
  await setRoundState(db, { campaign: id, round, state: 'open' });
  await addOpeningNotices(db, { campaign: id, round, at: '2026-02-09T01:30:00.000Z' });
  const letterTo = async (desk: string): Promise<Letter> => {
    await claimLetters(deps, { campaign: id, desk, dueBy: '2026-02-28T00:00:00.000Z', at: Date.parse(receivedAt) });
    await sendUnsent(deps, { campaign: id, desk });
    return db
      .selectFrom('letter')
      .selectAll()
      .where('campaign', '=', id)
      .where('desk', '=', desk)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
  };
  const arrive = async ({ from, to = domain, text = '', headers = [], envelopeFrom = from }: Arriving) => {
    const raw = rawMail([`From: <${from}>`, `To: <${to}>`, `X-Campaign: ${id}`, ...withType(headers)], text);
    const received = await receiveMail(deps, { raw, envelope: { from: envelopeFrom, to: [to] }, receivedAt });
    await received.started;
    return received;
  };
  return {
    id,
    letterTo,
    arrive,
    liaison: (party: string) => `${id}.${party}.Liaison@${party}.example`,
    replyTo: ({ token }: Letter) => replyAddress(token, secret, domain),
    bounceTo: ({ token }: Letter) => bounceAddress(token, secret, domain),
    /** One step of the ladder falls due for these tasks of a party. */
    notice: async (step: NoticeStep, desk: string, tasks: readonly number[]): Promise<void> => {
      const at = Date.parse('2026-02-20T01:30:00.000Z');
      for (const task of tasks)
        await addNotices(db, [{ campaign: id, task, round, step, desk, at }] as Parameters<typeof addNotices>[1]);
    },
    judged: async (arriving: Arriving) => {
      const { mail } = await arrive(arriving);
      const verdict = await judgeArrived(deps, { mail, at: Date.parse(receivedAt) });
      return { mail, verdict, row: await readMail(db, mail), answers: await answersOfMail(db, mail) };
    },
    notes: () => db.selectFrom('note').select(['about', 'text']).where('campaign', '=', id).orderBy('id').execute(),
    journal: () => db.selectFrom('journal').selectAll().where('campaign', '=', id).orderBy('id').execute(),
    standing: (task: number, values: object) =>
      db.updateTable('task').set(values).where('campaign', '=', id).where('number', '=', task).execute(),
  };
}

function withType(headers: readonly string[]): readonly string[] {
  const isTyped = headers.some((header) => header.toLowerCase().startsWith('content-type'));
  return isTyped ? headers : [...headers, 'Content-Type: text/plain; charset=utf-8'];
}

/** Campaigns of one record do not share addresses. */
function withOwnAddresses(id: string, register: Register): Register {
  const own = (posts: Party['posts']): Party['posts'] =>
    Object.fromEntries(Object.entries(posts).map(([kind, post]) => [kind, { ...post, email: `${id}.${post.email}` }]));
  return { ...register, parties: register.parties.map((party) => ({ ...party, posts: own(party.posts) })) };
}
