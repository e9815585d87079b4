import { z } from 'zod';
import type { PostKind } from '../../domain/register.js';
import { readDay } from '../answer/read-day.js';
import type { NewHolder } from './contacts-desk.js';

export type HolderDraft = Readonly<Record<'post' | 'name' | 'phone' | 'email' | 'from', string>>;

export interface BadHolderField {
  readonly field: keyof HolderDraft;
  readonly label: string;
  readonly message: string;
}

export const emptyHolder = (post: PostKind, today: string): HolderDraft => ({ post, name: '', phone: '', email: '', from: today }); // prettier-ignore

const posts: readonly PostKind[] = ['liaison-a', 'liaison-b', 'section', 'office'];

/** Who the form names, or what is to be corrected. */
export function readHolder(
  draft: HolderDraft,
): { readonly ok: true; readonly holder: NewHolder } | { readonly ok: false; readonly bad: readonly BadHolderField[] } {
  const post = posts.find((kind) => kind === draft.post);
  const name = draft.name.trim();
  const phone = draft.phone.trim();
  const email = z.email().safeParse(draft.email.trim());
  const from = readDay(draft.from);
  const bad: readonly (BadHolderField | false)[] = [
    post === undefined && { field: 'post', label: '岗位', message: '请选择变更哪个岗位' },
    (name === '' || name.length > 40) && { field: 'name', label: '姓名', message: '请填写接任人员的姓名，40字以内' },
    !email.success && { field: 'email', label: '邮箱', message: '请填写完整的邮箱地址，例如 zhang@ln.example' },
    phone !== '' && !/^(?=(?:\D*\d){3})[^<>]{3,40}$/.test(phone) && { field: 'phone', label: '电话', message: '请填写电话号码，例如 024-86890001，也可不填' }, // prettier-ignore
    from === null && { field: 'from', label: '自何日起', message: '请填写日期，例如 2026-04-27' },
  ];
  const found = bad.filter((one) => one !== false);
  if (found.length > 0 || post === undefined || !email.success || from === null) return { ok: false, bad: found };
  return { ok: true, holder: { post, name, phone: phone === '' ? null : phone, email: email.data, from } };
}
