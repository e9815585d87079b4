import { heldSince } from '../../record/held-mail.js';
import { readLetter } from '../../record/letters.js';
import { coordinatorsDesk } from '../../workflows/api.js';
import type { Deps } from '../deps.js';
import type { Judgement } from './judgement.js';
import type { OpenedMail } from './open-mail.js';

/** Of one sender within a day, told one by one. */
export const heldAtMost = 20;
const dayMs = 24 * 60 * 60 * 1000;

interface Held {
  readonly name: string;
  readonly letter: number | undefined;
  readonly reasons: readonly string[];
  /** Tasks that count as received until a coordinator enters what the files say. */
  readonly received?: readonly { readonly task: number }[];
}

/**
 * What the coordinators are told of a held mail. Nothing of a reply to what they were told themselves: a machine in one
 * of their mailboxes would answer that as well, and so on for ever. The mail is on the list of the held all the same.
 */
export async function heldNote(
  { db }: Pick<Deps, 'db'>,
  { record, mail }: OpenedMail,
  { name, letter, reasons, received = [] }: Held,
): Promise<Judgement['tells']> {
  const answered = letter === undefined ? undefined : await readLetter(db, letter);
  if (answered?.desk === coordinatorsDesk) return [];
  const tasks = received.map(({ task }) => task).join('、');
  const counted = tasks === '' ? '' : `任务${tasks}已按收到登记，内容请在看板“待录入”中录入；`;
  const since = new Date(Date.parse(record.receivedAt) - dayMs).toISOString();
  const from = mail.from ?? '';
  if ((await heldSince(db, { from, since, except: record.id })) < heldAtMost)
    return [
      {
        about: `held/${record.id}`,
        text: `${name}来件待核：${reasons.join('；')}。${counted}请用 shuangyue mail show ${record.id} 查看后处理。`,
      },
    ];
  return [
    {
      about: `held/many/${from}/${record.receivedAt.slice(0, 10)}`,
      text: `${name}一日内来件待核已逾${heldAtMost}件，可能是自动程序，其余不再逐件告知；各件都已留存，请用 shuangyue mail held 查看。`,
    },
  ];
}
