import { readContactProposal } from '../../mail/answer/contact-proposal.js';
import { takeContactChange } from '../../mail/answer/requests.js';
import type { ContactChangeRequest } from '../../record/contact-changes.js';
import { currentPosts } from '../../record/office-facts.js';
import type { MailPlace } from '../../record/mail-decisions.js';
import type { Deps } from '../deps.js';
import type { OpenedMail } from './open-mail.js';

export interface ContactRequest {
  /** Why the mail waits: without names or addresses, for it goes into payloads. */
  readonly reason: string;
  /** Absent where the words are not enough for an entry. */
  readonly change?: ContactChangeRequest;
}

/** What a mail asks about its party's liaison; laid down as a change that waits, whoever sent it. */
export async function contactRequest(
  { db }: Pick<Deps, 'db'>,
  { mail, record }: OpenedMail,
  { campaign, party }: MailPlace,
): Promise<ContactRequest | undefined> {
  const { change: words, which } = takeContactChange(mail.text);
  if (words === undefined) return undefined;
  const proposal = readContactProposal(words, which);
  if (!proposal || campaign === undefined || party === undefined) return { reason: unreadable };
  const posts = await currentPosts(db, campaign, party);
  const sender = Object.values(posts).find(({ email }) => isSame(email, mail.from));
  const own = sender?.kind === 'liaison-b' ? 'liaison-b' : 'liaison-a';
  const { post: kind = own, name, email, phone } = proposal;
  const former = posts[kind];
  const doubts = [
    '来信提出，须经协调员核定',
    sender === undefined && '发件人不是该单位登记的联系人，请先与单位核实',
    former !== undefined && domainOf(former.email) !== domainOf(email) && '新邮箱与原邮箱不在同一域名',
  ].filter((doubt) => doubt !== false);
  const asked = { askedBy: mail.from ?? record.envelopeFrom, askedAt: record.receivedAt, source: 'reply' } as const;
  return {
    reason: '提出变更联络员，请用 shuangyue contacts changes 查看后办理',
    change: { campaign, party, kind, name, email, phone, doubts, mail: record.id, ...asked },
  };
}

const unreadable = '提出变更联络员，但姓名、邮箱未写全或无法确定单位，请核实后用 shuangyue contact 办理';

function isSame(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
