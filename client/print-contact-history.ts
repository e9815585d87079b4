import type { ContactHolder } from '../domain/board.js';
import { postNames } from './print-contacts.js';
import { table } from './table.js';
import { wallInstant } from './wall-instant.js';

/** Who held a party's posts, each post newest first. */
export function printContactHistory(party: string, holders: readonly ContactHolder[], zone: string): string {
  if (holders.length === 0) return `${party}没有登记的岗位。`;
  const rows = holders.map(({ post, name, email, phone, since, until, changedBy, why, ...holder }) => [
    postNames[post],
    name,
    email,
    phone ?? '',
    wallInstant(zone, since),
    until === null ? '现任' : wallInstant(zone, until),
    changedBy,
    [why, holder.confirmedAt && `${wallInstant(zone, holder.confirmedAt)}确认`, holder.bouncedAt && '曾退信']
      .filter(Boolean)
      .join('；'),
  ]);
  return `${party}\n\n${table(['岗位', '姓名', '邮箱', '电话', '自', '至', '登记人', '事由'], rows)}`;
}
