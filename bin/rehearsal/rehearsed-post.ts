import { createHash } from 'node:crypto';
import type { ArrivedMail } from '../../mail/intake-listener.js';
import { composeBounce } from '../../mail/post-office/bounce.js';
import { readHead } from '../../mail/post-office/letter-head.js';
import type { Postbox } from '../../mail/send/postbox.js';
import { hashOf } from '../../record/files.js';
import { type ArrivedLetter, type Mailboxes, readArrived } from '../robots/arrived-letters.js';
import type { Mail } from '../robots/compose-reply.js';

/** The mail of a rehearsal: letters are laid into the simulated departments' hands, and none leaves this process. */
export interface RehearsedPost {
  readonly postbox: Postbox;
  readonly mailboxes: (since: number) => Mailboxes;
  /** What departments write waits here until it is its turn to arrive. */
  readonly write: (mail: Mail, party: string) => Promise<void>;
  /** What can arrive at once: of each party one, in the order in which they wrote, so that its order is not the machine's. */
  readonly nextMails: (receivedAt: string) => readonly ArrivedMail[];
  readonly waiting: () => number;
  readonly delivered: () => number;
}

interface Written {
  readonly mail: Mail;
  /** Who wrote it, or the address it could not be delivered to. */
  readonly party: string;
}

interface Delivered {
  readonly mail: Mail;
  readonly at: number;
  /** Hash of its bytes. */
  readonly key: string;
}

/** `bouncing` addresses are unknown where the mail goes, and it comes back. */
export function openRehearsedPost(now: () => Date, bouncing: readonly string[]): RehearsedPost {
  let fresh: Delivered[] = [];
  let written: Written[] = [];
  let delivered = 0;

  async function lettersSince(since: number): Promise<readonly ArrivedLetter[]> {
    const taken = fresh;
    fresh = [];
    const letters: ArrivedLetter[] = [];
    for (const { mail, at } of taken) {
      for (const recipient of mail.envelope.to.filter((address) => bouncing.includes(address)))
        written.push({ mail: bounced(mail, recipient, at), party: recipient });
      const letter = await readArrived(mail.raw, {
        at,
        envelopeFrom: mail.envelope.from,
        envelopeTo: mail.envelope.to,
      });
      if (letter && at >= since) letters.push(letter);
    }
    return letters;
  }

  return {
    postbox: {
      deliver: ({ raw, envelope }) => {
        delivered += 1;
        fresh.push({ mail: { raw: Buffer.from(raw), envelope }, at: now().getTime(), key: hashOf(raw) });
        return Promise.resolve({ accepted: envelope.to, refused: [], response: '250 rehearsed' });
      },
      close: () => undefined,
    },
    mailboxes: (since) => ({
      next: async () => {
        // Desks that write at one instant do so in the machine's order.
        fresh = fresh.toSorted((one, other) => one.at - other.at || one.key.localeCompare(other.key));
        return lettersSince(since);
      },
    }),
    write: async (mail, party) => void written.push({ mail, party }),
    nextMails: (receivedAt) => {
      const parties = new Set<string>();
      const isFirst = ({ party }: Written) => !parties.has(party) && parties.add(party);
      const arriving = written.filter(isFirst);
      written = written.filter((each) => !arriving.includes(each));
      return arriving.map(({ mail }) => ({ ...mail, receivedAt }));
    },
    waiting: () => written.length,
    delivered: () => delivered,
  };
}

function bounced({ raw, envelope }: Mail, recipient: string, at: number): Mail {
  const report = composeBounce({
    sender: envelope.from,
    recipient,
    head: readHead(raw),
    raw,
    host: recipient.split('@')[1] ?? 'ln.example',
    at: new Date(at).toISOString(),
    id: createHash('sha256').update(raw).update(recipient).digest('hex').slice(0, 24),
  });
  return { raw: report, envelope: { from: '', to: [envelope.from] } };
}
