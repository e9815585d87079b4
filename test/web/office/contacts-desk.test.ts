import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkToken } from '../../../mail/link-token.js';
import { contactsToken } from '../../../mail/contacts-token.js';
import { applyContactChange } from '../../../record/contact-changes.js';
import { confirmable } from '../../../record/confirmations.js';
import { revokeLinks } from '../../../record/posts.js';
import { createContactsDesk } from '../../../web/office/contacts-desk.js';
import type { ContactsDesk } from '../../../web/contacts/contacts-desk.js';
import { campaign, type Office, openOffice, round, secret } from './open-office.js';

const at = '2026-04-20T02:00:00.000Z';
let office: Office;
let desk: ContactsDesk;
let told: object[];
beforeAll(async () => {
  office = await openOffice({ at });
  desk = createContactsDesk(
    {
      db: office.db,
      now: () => office.clock.now,
      withinMs: 100,
      send: async (to, update, said) => {
        told.push({ to, update: update.name, said });
        return office.wire.send(to, update, said, { withinMs: 100 });
      },
    },
    secret,
  );
  office.wire.send = async <Reply>() => undefined as Reply;
  told = [];
});
afterAll(() => office.close());

async function linkOf(party: string, until = '2026-05-08T09:00:00.000Z'): Promise<string> {
  const [holder] = await confirmable(office.db, { campaign, party });
  return contactsToken({ campaign, party, holder: holder?.id ?? 0, until }, secret);
}

const holder = (email: string) => ({ post: 'liaison-a', name: '李四', phone: '024-86890002', email, from: '2026-04-20' }) as const; // prettier-ignore

async function domainOf(party: string): Promise<string> {
  const [liaison] = await confirmable(office.db, { campaign, party });
  return liaison?.email.split('@')[1] ?? '';
}

describe('a link to the contacts page', () => {
  it('shows all posts but the head', async () => {
    const opening = await desk.open(await linkOf('gxt'));
    expect(opening.kind).toBe('page');
    const page = opening.kind === 'page' ? opening.page : undefined;
    expect(page?.entries.map(({ post }) => post)).toEqual(['liaison-a', 'liaison-b', 'section', 'office']);
  });

  it('opens nothing when it is forged, late, or its holder has left', async () => {
    const link = await linkOf('jyt');
    expect(await desk.open(`${link}x`)).toEqual({ kind: 'forged' });
    expect(await desk.open(await linkOf('jyt', at))).toMatchObject({ kind: 'revoked', why: '链接已过有效期。' });
    const { change } = await office.orders.askContactChange({
      campaign,
      party: 'jyt',
      post: 'liaison-a',
      name: '王五',
      email: 'wang@jyt.ln.example',
      by: 'zqb1',
      askedAt: at,
    });
    await office.db.transaction().execute((trx) => applyContactChange(trx, { change, by: 'zqb1', at }));
    expect(await desk.open(link)).toMatchObject({ kind: 'revoked' });
    await expect(desk.handOver(link, holder('li@jyt.ln.example'), at)).rejects.toMatchObject({ name: 'Refusal' });
  });
});

describe('confirming', () => {
  it('is written with the journal, for what was shown', async () => {
    const link = await linkOf('kjt');
    const ids = (await confirmable(office.db, { campaign, party: 'kjt' })).map(({ id }) => id);
    expect(await desk.confirm(link, ids.slice(1), at)).toBe('outdated');
    expect(await desk.confirm(link, ids, at)).toBe('confirmed');
    const posts = await office.board.contacts(campaign, 'kjt');
    expect(posts.filter(({ confirmedAt }) => confirmedAt === at)).toHaveLength(ids.length);
    expect(posts.find(({ post }) => post === 'head')?.confirmedAt).toBeNull();
    const [entry] = await office.board.journal(campaign, 1);
    expect(entry).toMatchObject({ act: 'confirm-contacts', by: 'kjt', party: 'kjt' });
  });
});

describe('handing over', () => {
  it('to a colleague is carried to the desk by its number alone', async () => {
    const email = `li@${await domainOf('sthjt')}`;
    expect(await desk.handOver(await linkOf('sthjt'), holder(email), at)).toBe('applied');
    const [change] = await office.board.contactChanges({ campaign });
    expect(change).toMatchObject({ party: 'sthjt', source: 'page', state: 'asked', email, doubts: [] });
    expect(told.at(-1)).toEqual({
      to: `${campaign}/desk/sthjt`,
      update: 'changeContact',
      said: { by: 'sthjt', post: 'liaison-a', change: change?.id },
    });
  });

  it('elsewhere is held, once however often it is sent', async () => {
    const link = await linkOf('czt');
    for (const _ of [1, 2]) expect(await desk.handOver(link, holder('li@personal.example'), at)).toBe('held');
    const changes = await office.board.contactChanges({ campaign, waiting: true });
    expect(changes.filter(({ party }) => party === 'czt')).toMatchObject([{ state: 'held', askedBy: 'czt' }]);
    expect((await office.board.status(campaign))?.waiting.contactChanges).toBeGreaterThan(0);
  });

  it('is kept while the desk cannot be reached', async () => {
    office.wire.send = () => Promise.reject(new WorkflowNotFoundError('not found', 'desk', undefined));
    const email = `li@${await domainOf('rst')}`;
    expect(await desk.handOver(await linkOf('rst'), holder(email), at)).toBe('later');
    const changes = await office.board.contactChanges({ campaign, waiting: true });
    expect(changes).toContainEqual(expect.objectContaining({ party: 'rst', state: 'asked', email }));
  });

  it('may be refused by a coordinator, with the journal', async () => {
    const [change] = (await office.board.contactChanges({ campaign })).filter(({ party }) => party === 'czt');
    const refuse = { campaign, change: change?.id ?? 0, by: 'zqb1', why: '查无此人', at };
    await office.orders.refuseContactChange(refuse);
    await expect(office.orders.refuseContactChange(refuse)).rejects.toThrow(/不在待办之列/);
    const [entry] = await office.board.journal(campaign, 1);
    expect(entry).toMatchObject({ act: 'refuse-contact', by: 'zqb1', why: '查无此人', party: 'czt' });
  });
});

it('form links of before a liaison changed are refused', async () => {
  const before = linkToken({ campaign, round, party: 'gxt' }, secret);
  expect(await office.answers.openForm(before)).toMatchObject({ kind: 'form' });
  await office.db.transaction().execute((trx) => revokeLinks(trx, { campaign, party: 'gxt' }));
  expect(await office.answers.openForm(before)).toMatchObject({ kind: 'revoked' });
  await expect(office.answers.submitAnswers({ token: before, receivedAt: at, answers: [] })).rejects.toThrow(/停用/);
  const after = linkToken({ campaign, round, party: 'gxt', version: 2 }, secret);
  expect(await office.answers.openForm(after)).toMatchObject({ kind: 'form' });
});
