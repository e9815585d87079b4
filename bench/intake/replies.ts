import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { readMail } from '../../mail/read/read-mail.js';
import { replyAddress } from '../../mail/token.js';
import type { StoredCampaign } from '../campaign.js';
import type { Stand } from '../stand.js';

/** Replies as mail programs write them, one a task: a sentence or two above the whole of our letter, as text and as HTML. */
export async function repliesTo(stand: Stand, { campaign, tasks }: StoredCampaign, turn: number): Promise<Buffer[]> {
  const openings = await openingsOf(stand, campaign);
  return Promise.all(
    tasks.flatMap(({ number, title, lead }) => {
      const opening = openings.get(lead);
      return opening ? [reply(opening, `任务${number}：${wordsOn(title, turn)}`, `${campaign}-${number}-${turn}`)] : [];
    }),
  );
}

interface Opening {
  readonly messageId: string;
  readonly replyTo: string;
  readonly liaison: string;
  readonly subject: string;
  readonly text: string;
}

async function openingsOf({ db, deps }: Stand, campaign: string): Promise<ReadonlyMap<string, Opening>> {
  const { domain, secret } = deps.office;
  const letters = await db
    .selectFrom('letter')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('kind', '=', 'opening')
    .execute();
  const openings = letters.map(async ({ desk, token, message_id: messageId, recipients, raw }) => {
    const { subject, full: text } = await readMail(Buffer.from(await deps.files.get(raw ?? '')));
    const replyTo = replyAddress(token, secret, domain);
    return [desk, { messageId, replyTo, liaison: recipients[0] ?? '', subject, text }] as const;
  });
  return new Map(await Promise.all(openings));
}

function wordsOn(title: string, turn: number): string {
  return `${title}按序时推进，已完成第${turn}批任务，累计完成${turn}项，下一步于下月底前完成第${turn + 1}批。`;
}

function reply({ messageId, replyTo, liaison, subject, text: letter }: Opening, words: string, id: string) {
  const rule = '------------------ 原始邮件 ------------------';
  const quoted = letter
    .split('\n')
    .map((line) => `<div>${line.replaceAll(/[<>&]/g, '')}</div>`)
    .join('');
  return new MailComposer({
    from: liaison,
    to: replyTo,
    subject: `回复：${subject}`,
    messageId: `<${id}@client.example>`,
    inReplyTo: messageId,
    references: [messageId],
    headers: { 'Delivered-To': replyTo },
    text: `${words}\n\n${rule}\n${letter}\n`,
    html: `<div>${words}</div><div><br></div><div>${rule}</div><div>${quoted}</div>`,
  })
    .compile()
    .build();
}
