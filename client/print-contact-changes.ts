import type { ContactChangeEntry } from '../domain/board.js';
import { chineseDay } from '../domain/chinese-date.js';
import { commandLine, orderLine, type Issuer } from './command-line.js';
import { shortMailId } from './mail-id.js';
import { postNames } from './print-contacts.js';
import { wallInstant } from './wall-instant.js';

const sources = { coordinator: '协调员登记', page: '确认页填写', reply: '来信' } as const;
const states = { asked: '待登记', held: '待核定', applied: '已生效', refused: '已驳回' } as const;

type Campaign = Issuer & { readonly zone: string };

/** Each change, and below it the commands that decide on it. */
export function printContactChanges(changes: readonly ContactChangeEntry[], campaign: Campaign): string {
  if (changes.length === 0) return '没有待办的联络人变更。';
  return changes.map((change) => changeLines(change, campaign).join('\n')).join('\n');
}

/** The holder of today, who comes, why it waits. */
export function changeLines(change: ContactChangeEntry, campaign: Campaign): readonly string[] {
  const { id, partyName, post, state, source, askedAt, doubts, why, decidedBy, replaced, current } = change;
  const before = state === 'applied' ? replaced : current;
  const decided = decidedBy === null ? '' : `（${decidedBy}）`;
  return [
    `  变更 ${id}　${states[state]}${decided}　${partyName}${postNames[post]}：${before ? holder(before) : '（空缺）'} → ${holder(change)}`,
    `    ${wallInstant(campaign.zone, askedAt)}${sources[source]}${fromDay(change)}${[...doubts, why].filter(Boolean).map((reason) => `；${reason}`).join('')}`, // prettier-ignore
    ...commandsOf(change, campaign).map((line) => `    ${line}`),
  ];
}

function holder({ name, email, phone }: NonNullable<ContactChangeEntry['current']>): string {
  return [name, phone, `<${email}>`].filter(Boolean).join(' ');
}

function fromDay({ effectiveOn }: ContactChangeEntry): string {
  return effectiveOn === null ? '' : `，自${chineseDay(effectiveOn)}起`;
}

function commandsOf({ id, state, mail, replaced, source }: ContactChangeEntry, campaign: Campaign): readonly string[] {
  const look = mail === null ? [] : [commandLine(campaign.id, 'mail', 'show', shortMailId(mail))];
  if (state === 'held' || (state === 'asked' && source !== 'coordinator'))
    return [
      ...look,
      orderLine(campaign, 'contacts', 'approve', id),
      orderLine(campaign, 'contacts', 'refuse', id, '--why', '事由'),
    ];
  return state === 'applied' && replaced !== null ? [orderLine(campaign, 'contacts', 'undo', id)] : [];
}
