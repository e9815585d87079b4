import type { MailEntry } from '../domain/board.js';
import type { Issuer } from './command-line.js';
import { shortMailId } from './mail-id.js';
import { changeLines } from './print-contact-changes.js';
import { table } from './table.js';
import { wallInstant } from './wall-instant.js';

export function printMails(mails: readonly MailEntry[], zone: string): string {
  if (mails.length === 0) return '没有待核来信。';
  const rows = mails.map(({ id, receivedAt, from, subject, party, reasons }) => [
    shortMailId(id),
    wallInstant(zone, receivedAt),
    party ?? '',
    from,
    subject || '（无主题）',
    reasons.join('；'),
  ]);
  return table(['编号', '收到', '单位', '来自', '主题', '原因'], rows);
}

export function printMail(mail: MailEntry, campaign: Issuer & { readonly zone: string }): string {
  const { zone } = campaign;
  return [
    `编号：${mail.id}`,
    `收到：${wallInstant(zone, mail.receivedAt)}`,
    `来自：${mail.from}`,
    `主题：${mail.subject || '（无主题）'}`,
    ...(mail.party === null ? [] : [`单位：${mail.party}`]),
    ...(mail.round === null ? [] : [`调度期：${mail.round}`]),
    ...mail.reasons.map((reason) => `原因：${reason}`),
    ...(mail.changes ?? []).flatMap((change) => changeLines(change, campaign)),
    ...(mail.text === undefined ? [] : ['', mail.text]),
  ].join('\n');
}
