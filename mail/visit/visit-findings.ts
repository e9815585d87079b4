import type { ImapFlow } from 'imapflow';
import { closeImap, openImap, type ImapAccess } from '../imap/open-imap.js';
import { readAuthenticationResults } from '../judge/authentication-results.js';
import { headLines } from '../read/head-lines.js';

/** Who wrote the topmost Authentication-Results of the newest mails. */
export interface FindingsSeen {
  readonly mails: number;
  /** Names that the writers give themselves, each with how many mails bear it, the most frequent first. */
  readonly writers: readonly { readonly name: string; readonly mails: number }[];
}

const newest = 30;

/** Looks at the heads of the newest mails in these mailboxes, changes nothing and leaves; throws what the client threw. */
export async function visitFindings(access: ImapAccess, mailboxes: readonly string[]): Promise<FindingsSeen> {
  const client = await openImap(access);
  try {
    const heads: Buffer[] = [];
    for (const mailbox of mailboxes) heads.push(...(await headsIn(client, mailbox)));
    const counts = new Map<string, number>();
    for (const name of heads.flatMap(writerOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const writers = [...counts].map(([name, mails]) => ({ name, mails }));
    return { mails: heads.length, writers: writers.toSorted((one, other) => other.mails - one.mails) };
  } finally {
    await closeImap(client);
  }
}

async function headsIn(client: ImapFlow, mailbox: string): Promise<readonly Buffer[]> {
  const { exists } = await client.mailboxOpen(mailbox, { readOnly: true });
  if (exists === 0) return [];
  const range = `${Math.max(1, exists - newest + 1)}:*`;
  const fetched = await client.fetchAll(range, { headers: ['authentication-results'] });
  return fetched.flatMap(({ headers }) => headers ?? []);
}

function writerOf(head: Buffer): readonly string[] {
  const [topmost] = headLines(head).filter((line) => /^authentication-results:/i.test(line));
  const name = topmost && readAuthenticationResults(topmost.slice(topmost.indexOf(':') + 1))?.authservId;
  return name === undefined ? [] : [name];
}
