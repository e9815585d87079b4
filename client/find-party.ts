import { nearest, sameWord } from '../config/nearest.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import type { ReadContext } from './order-context.js';

export interface NamedParty {
  readonly code: string;
  readonly name: string;
}

/** A party of the campaign by its code or short name. */
export async function findParty(
  { words }: ClientDeps,
  { board, campaign }: ReadContext,
  given: string,
): Promise<NamedParty> {
  const [contacts, { parties }] = await Promise.all([board.contacts(campaign.id), board.status(campaign.id)]);
  const known: readonly NamedParty[] = [
    ...parties.map(({ code, name }) => ({ code, name })),
    ...contacts.map(({ party, partyName }) => ({ code: party, name: partyName })),
  ];
  const found = known.find(({ code, name }) => code === given || sameWord(name) === sameWord(given));
  if (found !== undefined) return found;
  const near = nearest(
    given,
    known.flatMap(({ code, name }) => [code, name]),
  );
  throw mistake(words.unknownParty(given, near));
}
