import type { MailReferences } from '../../mail/judge/mail-references.js';
import { readSubjectTag, readToken, subjectTag } from '../../mail/token.js';
import { type Letter, letterByMessageId, letterByToken } from '../../record/letters.js';
import type { Deps } from '../deps.js';

type Look = Pick<Deps, 'db' | 'office'>;

export interface Reference {
  readonly letter?: Letter;
  /** A reply token that we did not sign, and none that we did. */
  readonly isForged: boolean;
}

/** The letter a person answers: by reply token, then by our Message-ID, then by the subject's tag (mail-notes.md). */
export async function findAnswered(
  look: Look,
  { replyTokens, messageIds, subjectTags }: MailReferences,
): Promise<Reference> {
  const signed = genuine(look, replyTokens);
  const letter =
    (await byTokens(look, signed)) ??
    (await byMessageIds(look, messageIds)) ??
    (await byTokens(
      look,
      subjectTags.flatMap((tag) => readSubjectTag(subjectTag(tag)) ?? []),
    ));
  return { ...(letter && { letter }), isForged: replyTokens.length > 0 && signed.length === 0 };
}

/** The letter a machine writes about: our envelope address names it, whatever its text looks like. */
export async function findReturned(
  look: Look,
  { bounceTokens, replyTokens, messageIds }: MailReferences,
  originalMessageId?: string,
): Promise<Letter | undefined> {
  const ids = originalMessageId === undefined ? messageIds : [originalMessageId, ...messageIds];
  return (await byTokens(look, genuine(look, [...bounceTokens, ...replyTokens]))) ?? byMessageIds(look, ids);
}

function genuine({ office }: Look, tokens: readonly string[]): readonly string[] {
  return tokens.flatMap((token) => readToken(token, office.secret) ?? []);
}

async function byTokens({ db }: Look, tokens: readonly string[]): Promise<Letter | undefined> {
  return firstOf(tokens, (token) => letterByToken(db, token));
}

async function byMessageIds({ db }: Look, ids: readonly string[]): Promise<Letter | undefined> {
  return firstOf(ids, (id) => letterByMessageId(db, id));
}

async function firstOf(
  keys: readonly string[],
  find: (key: string) => Promise<Letter | undefined>,
): Promise<Letter | undefined> {
  for (const key of keys) {
    const letter = await find(key);
    if (letter) return letter;
  }
  return undefined;
}
