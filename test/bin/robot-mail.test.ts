import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerContent } from '../../bin/robots/answer-content.js';
import { watchMailboxes, type ArrivedLetter } from '../../bin/robots/arrived-letters.js';
import { composeAway, composeReply, type Mail } from '../../bin/robots/compose-reply.js';
import { openMemory } from '../../bin/robots/memory.js';
import { quoteStyles } from '../../bin/robots/quote-letter.js';
import { writeAnswers } from '../../bin/robots/write-answers.js';
import { sampleCampaign } from '../../bin/sample-campaign.js';
import type { Register } from '../../domain/register.js';
import { readAnswers } from '../../mail/answer/read-answers.js';
import { composeLetter } from '../../mail/compose/compose-letter.js';
import { buildMime, type Parcel } from '../../mail/compose/mime.js';
import { judgeMail } from '../../mail/judge/judge-mail.js';
import { openPostOffice, type PostOffice } from '../../mail/post-office.js';
import { readMail } from '../../mail/read/read-mail.js';
import { bounceAddress, replyAddress, subjectTag } from '../../mail/token.js';

const secret = 'a secret of thirty-two characters';
const token = 'abcdefghijkl';
const domain = 'shuangyue.example';
const at = new Date('2026-11-23T10:00:00+08:00');
const zone = 'Asia/Shanghai';
const from = { name: '省教育厅联络员A', address: 'jyt.liaison@ln.example' };

let folder: string;
let post: PostOffice;
let register: Register;
let letters: readonly ArrivedLetter[];

const opening = ({ campaign, parties, tasks }: Register): Promise<Parcel> => {
  const party = parties.find(({ code }) => code === 'jyt');
  if (party === undefined) throw new Error('the sample has no jyt');
  const own = tasks.filter(({ lead }) => lead === 'jyt');
  const round = {
    round: '2026-1',
    period: '2026-01/2026-02',
    cutoff: '2026-02-20',
    opensAt: '2026-11-23T10:00:00+08:00',
    answerBy: '2026-11-23T10:00:50+08:00',
    closesAt: '2026-11-23T10:01:45+08:00',
  };
  const letter = composeLetter(
    {
      kind: 'opening',
      campaign,
      party,
      round,
      tasks: own,
      leads: own.length,
      accepted: 0,
      supporting: [],
      at: round.opensAt,
    },
    { zone },
  );
  return buildMime({
    letter,
    from: { name: campaign.issuer, address: `zqb@${domain}` },
    to: ['jyt.liaison@ln.example'],
    cc: ['jyt.deputy@ln.example'],
    messageId: `<letter@${domain}>`,
    replyTo: replyAddress(token, secret, domain),
    listId: `demo.jyt.${domain}`,
    subjectTag: subjectTag(token),
    date: at.toISOString(),
    envelopeFrom: bounceAddress(token, secret, domain),
  });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuangyue-robots-'));
  ({ register } = await sampleCampaign());
  post = await openPostOffice({
    folder,
    host: '127.0.0.1',
    port: 0,
    ownDomain: domain,
    intake: { host: '127.0.0.1', port: 9 },
    bouncing: new Set(),
    now: () => at,
  });
  const { raw, envelope } = await opening(register);
  await post.send(raw, envelope);
  letters = await watchMailboxes(folder, () => at.getTime()).next();
});

afterAll(async () => {
  await post.close();
  rmSync(folder, { recursive: true, force: true });
});

const only = (): ArrivedLetter => {
  const [letter] = letters;
  if (letter === undefined) throw new Error('no letter arrived');
  return letter;
};

const judged = async ({ raw, envelope }: Mail) => {
  const mail = await readMail(raw);
  return { mail, verdict: judgeMail(mail, envelope) };
};

describe('a simulated department', () => {
  it('finds its letter in the post office', () => {
    expect(letters).toHaveLength(1);
    expect(only()).toMatchObject({
      kind: 'opening',
      campaign: 'demo',
      party: 'jyt',
      messageId: `<letter@${domain}>`,
      replyTo: replyAddress(token, secret, domain),
      to: ['jyt.liaison@ln.example', 'jyt.deputy@ln.example'],
    });
  });

  it('sees each letter once, and those before its round never', async () => {
    const boxes = watchMailboxes(folder, () => at.getTime());
    expect(await boxes.next()).toHaveLength(1);
    expect(await boxes.next()).toEqual([]);
    expect(await watchMailboxes(folder, () => at.getTime() + 1).next()).toEqual([]);
  });

  it.each(quoteStyles)('is read as it meant it below a %s quote', async (quotes) => {
    const tasks = register.tasks.filter(({ lead }) => lead === 'jyt');
    const signature = { filledBy: '省教育厅承办处室', signedOffBy: '分管负责人' };
    const meant = tasks.map((task) => ({ task, content: answerContent(4, task, '2026-3') }));
    const text = writeAnswers(meant, signature);
    const { mail, verdict } = await judged(await composeReply({ letter: only(), from, text, quotes, at, zone }));
    expect(verdict.kind).toBe('answer');
    expect(verdict.references.messageIds).toEqual([`<letter@${domain}>`]);
    expect(verdict.references.replyTokens).toHaveLength(1);
    expect(mail.text).toBe(text);
    expect(mail.full).toContain('请在此线以上作答');
    const read = readAnswers(mail.text, tasks, at.toISOString());
    expect(read.answers.map(({ content }) => content)).toEqual(
      meant.map(({ content }) => ({ ...content, ...signature })),
    );
  });

  it('says 收到 so that it counts as that', async () => {
    const text = '收到，我单位将按时报送。谢谢！';
    const { verdict } = await judged(await composeReply({ letter: only(), from, text, quotes: 'qq', at, zone }));
    expect(verdict.kind).toBe('acknowledgement');
  });

  it('is away as mail servers say it', async () => {
    const away = await composeAway(only(), from, at);
    expect(away.envelope).toEqual({ from: '', to: [bounceAddress(token, secret, domain)] });
    expect((await judged(away)).verdict.kind).toBe('automatic');
  });

  it('writes the same mail under the same id', async () => {
    const reply = { letter: only(), from, text: '任务16：无变化', quotes: 'qq', at, zone } as const;
    const [one, again] = [await composeReply(reply), await composeReply(reply)];
    expect((await readMail(one.raw)).messageId).toBe((await readMail(again.raw)).messageId);
  });
});

describe('the robots’ memory', () => {
  it('outlives them', async () => {
    const path = join(folder, 'robots.json');
    const memory = await openMemory(path);
    await Promise.all([memory.add('answer <a>', 'reported 2026-1/17'), memory.add('answer <b>')]);
    const again = await openMemory(path);
    expect(['answer <a>', 'answer <b>', 'reported 2026-1/17', 'answer <c>'].map(again.has)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
