import { writeAnswers } from '../../bin/robots/write-answers.js';
import type { AnswerContent } from '../../domain/answer.js';
import type { Task } from '../../domain/register.js';
import { replyAddress } from '../../mail/token.js';
import { receiveMail } from '../../activities/intake/receive-mail.js';
import type { Stand } from '../stand.js';

export interface Replying {
  readonly campaign: string;
  readonly party: string;
  readonly tasks: readonly Task[];
}

/** A liaison answers the opening letter by replying to it: a section for each task, in one mail. */
export async function reply({ db, deps }: Stand, { campaign, party, tasks }: Replying): Promise<{ mail: string }> {
  const letter = await db
    .selectFrom('letter')
    .select(['token', 'message_id', 'subject', 'recipients'])
    .where('campaign', '=', campaign)
    .where('desk', '=', party)
    .where('kind', '=', 'opening')
    .executeTakeFirstOrThrow();
  const from = letter.recipients[0] ?? '';
  const to = replyAddress(letter.token, deps.office.secret, deps.office.domain);
  const text = writeAnswers(
    tasks.map((task) => ({ task, content: contentFor(task) })),
    { filledBy: '联络员A', signedOffBy: '分管负责人' },
  );
  const head = [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: =?utf-8?B?${Buffer.from(`回复：${letter.subject ?? ''}`).toString('base64')}?=`,
    `Message-ID: <${campaign}.${party}@ln.example>`,
    `In-Reply-To: ${letter.message_id}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const raw = Buffer.from(`${head.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`);
  const receivedAt = new Date().toISOString();
  return receiveMail(deps, { raw, envelope: { from, to: [to] }, receivedAt });
}

function contentFor({ targets }: Task): AnswerContent {
  return {
    rating: 'onTrack',
    figures: targets.map(({ value }, target) => ({ target, value })),
    progress: '按计划推进，已完成本期阶段任务。',
  };
}
