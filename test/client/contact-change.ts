import type { ContactChangeEntry } from '../../domain/board.js';

/** What a party asked for by a reply and waits for a coordinator. */
export const contactChange: ContactChangeEntry = {
  id: 5,
  party: 'kjt',
  partyName: '省科技厅',
  post: 'liaison-a',
  source: 'reply',
  state: 'held',
  name: '李四',
  email: 'li@ln.example',
  phone: '024-86890002',
  askedBy: 'kjt.a@ln.example',
  askedAt: '2026-04-26T08:12:00Z',
  effectiveOn: null,
  doubts: ['来信提出，须经协调员核定'],
  why: null,
  mail: '3f9a1c0d2b4e6f703f9a1c0d2b4e6f703f9a1c0d2b4e6f703f9a1c0d2b4e6f70',
  decidedBy: null,
  current: { name: '张三', email: 'kjt.a@ln.example', phone: null },
  replaced: null,
};
export const replaced = { name: '张三', email: 'kjt.a@ln.example', phone: '024-1111' };
export const appliedChange: ContactChangeEntry = {
  ...contactChange,
  state: 'applied',
  source: 'page',
  mail: null,
  decidedBy: 'kjt',
  current: { name: '李四', email: 'li@ln.example', phone: null },
  replaced,
};
