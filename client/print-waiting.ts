import type { LetterEntry, MailEntry } from '../domain/board.js';
import { commandLine, orderLine, type Issuer } from './command-line.js';
import { shortMailId } from './mail-id.js';
import { wallInstant } from './wall-instant.js';
import type { Waiting } from './waiting.js';

/** Each thing that waits, and below it the commands that settle it. */
export function waitingLines(campaign: Issuer, { held, unsigned, doubtful, drafts }: Waiting, zone: string): string[] {
  const all = unsigned.length > 1 ? [`  全部签发：${orderLine(campaign, 'sign', '--all')}`] : [];
  return [
    ...unsigned.flatMap((letter) => [
      `  待签发 督办函 ${letter.id}（${letter.desk}，任务${letter.tasks.join('、')}）`,
      `    ${commandLine(campaign.id, 'letters', letter.id)}`,
      `    ${orderLine(campaign, 'sign', letter.id)}`,
    ]),
    ...all,
    ...held.flatMap((mail) => heldLines(campaign, mail, zone)),
    ...drafts.flatMap(({ round, version, title }) => [
      `  待审简报 ${round}（第${version}版）${title}`,
      `    ${commandLine(campaign.id, 'bulletin', 'show', round)}`,
      `    ${orderLine(campaign, 'bulletin', 'approve', round)}`,
    ]),
    ...doubtful.flatMap((letter) => doubtfulLines(campaign, letter)),
  ];
}

function heldLines(campaign: Issuer, { id, from, receivedAt, subject, reasons, ...mail }: MailEntry, zone: string) {
  const why = reasons.length === 0 ? '' : `（${reasons.join('；')}）`;
  const release = ['mail', 'release', shortMailId(id), '--party', mail.party ?? '单位代码'];
  return [
    `  待核来信 ${wallInstant(zone, receivedAt)} ${from}：${subject || '（无主题）'}${why}`,
    `    ${commandLine(campaign.id, 'mail', 'show', shortMailId(id))}`,
    `    ${orderLine(campaign, ...release)}`,
    `    ${orderLine(campaign, 'mail', 'refuse', shortMailId(id), '--why', '事由')}`,
  ];
}

function doubtfulLines(campaign: Issuer, { id, desk, to, failure }: LetterEntry): string[] {
  return [
    `  发送结果不明 函 ${id}（${desk}）致 ${to.join('，')}：${failure ?? '请先与对方核实'}`,
    `    重发：${orderLine(campaign, 'sign', id)}`,
  ];
}
