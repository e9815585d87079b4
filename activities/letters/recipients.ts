import { addressLetter, type Recipients } from '../../mail/compose/address-letter.js';
import { isForParty, type Letter } from '../../record/letters.js';
import type { CampaignRow } from '../../record/office-facts.js';
import type { Db } from '../../record/schema.js';
import { newestAnswer } from '../../record/sent-letters.js';
import type { Background } from './letter-facts.js';

/** Addresses of a letter as the posts stand at the moment it is sealed. */
export async function addressesOf(db: Db, background: Background, letter: Letter): Promise<Recipients> {
  const given = sendToOf(letter);
  if (given) return given;
  const party = background.parties.find(({ code }) => code === letter.desk);
  const isInternal = letter.kind === 'escalation' && party?.relation === 'own';
  if (!party || isInternal || !isForParty(letter.kind)) return toCoordinators(background.campaign);
  const recipients = addressLetter(
    letter.kind,
    background.postsOf(party.code),
    await reporterOf(db, background, letter),
  );
  if (recipients.to.length > 0) return recipients;
  throw new Error(`${party.name}没有可发此函的信箱；请用 shuangyue contact ${party.code} 补登。`);
}

function toCoordinators({ setup }: CampaignRow): Recipients {
  return { to: setup.coordinators.map(({ email }) => email), cc: [] };
}

/** A return goes to who sent the answer, if that was a mailbox. */
async function reporterOf(db: Db, { noticesOf }: Background, letter: Letter): Promise<string | undefined> {
  const [first] = letter.kind === 'return' ? noticesOf(letter.id) : [];
  const answer = first && (await newestAnswer(db, { campaign: letter.campaign, task: first.task, round: first.round }));
  return answer?.by.includes('@') ? answer.by : undefined;
}

/** Letters without notices say themselves where they go. */
function sendToOf({ body }: Letter): Recipients | undefined {
  return body && 'sendTo' in body ? (body.sendTo as Recipients) : undefined;
}
