import type { ContactEntry, ContactFinding } from './board.js';
import { groupBy } from './group-by.js';
import { bouncedFindings } from './contact-check/bounced.js';
import { awayFindings, silentFindings, unconfirmedFindings } from './contact-check/quiet-liaisons.js';
import { missingFindings, sharedFindings } from './contact-check/register-gaps.js';
import type { Relation } from './register.js';

/** A letter that did not reach an address for good. */
export interface LostLetter {
  readonly letter: number;
  readonly email: string;
  /** What the servers said, e.g. 5.1.1; null where they gave no status. */
  readonly status: string | null;
  readonly at: string;
}

/** A round that asked a party, and when the party was last heard in it: an answer of its own or a 收到. */
export interface AskedRound {
  readonly party: string;
  readonly round: string;
  readonly opensAt: string;
  readonly heardAt: string | null;
}

export interface AwayReply {
  readonly party: string;
  readonly email: string | null;
  readonly at: string;
  /** The day the text names as the last one or that of the return; absent where it names none. */
  readonly until?: string;
}

export interface CheckedParty {
  readonly code: string;
  readonly name: string;
  readonly relation: Relation;
}

/** What the check of contacts is judged by. `parties` are those that are still asked for tasks. */
export interface ContactFacts {
  /** Instant and, in the campaign's zone, day of the check. */
  readonly now: string;
  readonly today: string;
  readonly parties: readonly CheckedParty[];
  readonly posts: readonly ContactEntry[];
  readonly lost: readonly LostLetter[];
  /** Rounds whose answers were due, oldest first. */
  readonly rounds: readonly AskedRound[];
  readonly away: readonly AwayReply[];
  /** Automatic replies from before it that name no day are of the past. */
  readonly awaySince: string;
  /** Posts whose holder is not the first one. */
  readonly successors: readonly string[];
}

/** What a finding is about, the most urgent first: letters that reach nobody before entries that nobody confirmed. */
const order: readonly ContactFinding['kind'][] = ['no-liaison', 'bounced', 'away', 'silent', 'missing', 'shared', 'unconfirmed']; // prettier-ignore
const urgencies: readonly ContactFinding['urgency'][] = ['now', 'soon', 'later'];

/** What is wrong or doubtful with the posts of parties that are asked, sorted by urgency. */
export function checkContacts(facts: ContactFacts): readonly ContactFinding[] {
  const posts = groupBy(facts.posts, ({ party }) => party);
  const perParty = facts.parties.flatMap((party) => {
    const own = posts.get(party.code) ?? [];
    return [
      ...missingFindings(party, own),
      ...bouncedFindings(facts, party, own),
      ...awayFindings(facts, party, own),
      ...silentFindings(facts, party, own),
      ...unconfirmedFindings(facts, party, own),
    ];
  });
  return [...perParty, ...sharedFindings(facts)].toSorted((one, other) => rank(one) - rank(other));
}

function rank({ urgency, kind }: ContactFinding): number {
  return urgencies.indexOf(urgency) * order.length + order.indexOf(kind);
}
