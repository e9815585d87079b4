import type { ContactEntry } from '../domain/board.js';
import type { PostKind } from '../domain/register.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { wallInstant } from './wall-instant.js';

export const postNames: Readonly<Record<PostKind, string>> = {
  'liaison-a': '联络员 A',
  'liaison-b': '联络员 B',
  section: '承办处室',
  office: '单位办公室',
  head: '分管负责人',
};

export function printContacts(contacts: readonly ContactEntry[], zone: string, paint: Terminal['paint']): string {
  if (contacts.length === 0) return '没有登记的岗位。';
  const rows = contacts.map(({ party, partyName, post, name, email, phone, since, bouncedAt, confirmedAt }) => [
    party,
    partyName,
    postNames[post],
    name,
    email,
    phone ?? '',
    wallInstant(zone, since),
    bouncedAt === null ? '' : paint('red', `${wallInstant(zone, bouncedAt)}退信`),
    confirmedAt === null ? '' : `${wallInstant(zone, confirmedAt)}确认`,
  ]);
  return table(['代码', '单位', '岗位', '姓名', '邮箱', '电话', '自', '', ''], rows);
}
