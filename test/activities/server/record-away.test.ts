import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deps } from '../../../activities/deps.js';
import { claimLetters } from '../../../activities/letters/claim-letters.js';
import { sendLetters } from '../../../activities/letters/send-letters.js';
import type { Postbox } from '../../../mail/send/postbox.js';
import { type PostgresServer, startPostgres } from '../../record/postgres-server.js';
import { openIntakeOffice } from '../open-intake-office.js';

const dueBy = '2026-02-28T00:00:00.000Z';
const at = Date.parse('2026-02-20T02:00:00.000Z');

let server: PostgresServer;
let office: Awaited<ReturnType<typeof openIntakeOffice>>;
let deps: Deps;
/** How the next letter is handed over. */
let deliver: Postbox['deliver'];

beforeAll(async () => {
  server = await startPostgres({ durable: true });
  process.env['TEST_POSTGRES'] = server.socketUrl('postgres');
  office = await openIntakeOffice();
  const { postbox } = office.deps;
  deps = { ...office.deps, postbox: { deliver: (mail) => deliver(mail), close: postbox.close } };
});
afterAll(async () => {
  await office.close();
  await server.remove();
});

/** A letter whose delivery ends `how` once the server is down; the server is up again afterwards. */
async function cutOff(how: (mail: Parameters<Postbox['deliver']>[0]) => ReturnType<Postbox['deliver']>) {
  const { id: campaign } = await office.campaign();
  await claimLetters(deps, { campaign, desk: 'p0', dueBy, at });
  const { id } = await letterOf(campaign);
  const before = office.sink.mails.length;
  deliver = async (mail) => {
    const outcome = await Promise.allSettled([how(mail)]);
    await server.stop('immediate');
    if (outcome[0].status === 'rejected') throw outcome[0].reason;
    return outcome[0].value;
  };
  const attempts = await Promise.allSettled([sendLetters(deps, [id]), sendLetters(deps, [id])]);
  await server.start();
  deliver = (mail) => office.deps.postbox.deliver(mail);
  const { state } = await letterOf(campaign);
  return {
    id,
    state,
    attempts: attempts.map(({ status }) => status),
    letter: () => letterOf(campaign),
    arrived: () => office.sink.mails.length - before,
  };
}

const letterOf = (campaign: string) =>
  office.deps.db
    .selectFrom('letter')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('desk', '=', 'p0')
    .executeTakeFirstOrThrow();

describe('a letter whose record goes away while it is sent', () => {
  it('is told as sent once the record is back', async () => {
    const cut = await cutOff((mail) => office.deps.postbox.deliver(mail));
    expect(cut).toMatchObject({ state: 'sending', attempts: ['rejected', 'rejected'] });
    expect(await sendLetters(deps, [cut.id])).toEqual(['sent']);
    expect(await cut.letter()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(cut.arrived()).toBe(1);
  });

  it('is sent when the relay did not take it', async () => {
    const cut = await cutOff(() => Promise.reject(Object.assign(new Error('451 later'), { responseCode: 451 })));
    expect(cut).toMatchObject({ state: 'sending', attempts: ['rejected', 'rejected'] });
    expect(await sendLetters(deps, [cut.id])).toEqual(['sent']);
    expect(await cut.letter()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(cut.arrived()).toBe(1);
  });

  it('is sent again when nobody knows', async () => {
    const cut = await cutOff(async (mail) => {
      await office.deps.postbox.deliver(mail);
      throw Object.assign(new Error('cut after the dot'), { handedOver: true });
    });
    expect(cut).toMatchObject({ state: 'sending', attempts: ['rejected', 'rejected'] });
    expect(await sendLetters(deps, [cut.id])).toEqual(['sent']);
    expect(await cut.letter()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(cut.arrived()).toBe(2);
  });
});
