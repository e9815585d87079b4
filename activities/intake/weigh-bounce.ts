import { stepNames } from '../../domain/step-names.js';
import type { Bounce } from '../../mail/judge/delivery-report.js';
import type { Verdict } from '../../mail/judge/judge-mail.js';
import type { Letter } from '../../record/letters.js';
import { currentPosts, partyRow } from '../../record/office-facts.js';
import { coordinatorsDesk } from '../../workflows/api.js';
import type { Deps } from '../deps.js';
import { type BouncedLetter, bouncedLetter } from './bounced-letter.js';
import { findReturned } from './find-letter.js';
import type { Judgement } from './judgement.js';

const unknownBounce: Bounce = { recipients: [], status: '5.0.0', permanent: true };

/** A letter of ours came back: for good, or it is late. One that names no letter of ours is a coordinator's to look at. */
export async function weighBounce(
  deps: Deps,
  { bounce = unknownBounce, references, reasons }: Verdict,
): Promise<Judgement> {
  const letter = await findReturned(deps, references, bounce.originalMessageId);
  if (!letter) return strayBounce(reasons);
  const { campaign, desk, round, id } = letter;
  const party = await partyRow(deps.db, campaign, desk);
  const liaison = party && (await currentPosts(deps.db, campaign, desk))['liaison-a']?.email;
  const bounced = bouncedLetter(letter, bounce, liaison);
  const what = `发${party?.name ?? desk}的${kindName(letter)}${bounce.permanent ? '退信' : '延迟送达'}（${bounce.status}）`;
  return {
    kind: 'bounce',
    state: 'noted',
    place: { campaign, letter: id, ...(round !== null && { round }), ...(party && { party: party.code }) },
    reasons: [...reasons, what],
    answers: [],
    receipt: false,
    bounced,
    headline: what,
    tells: tellsOf(letter, bounced, what),
  };
}

function strayBounce(reasons: readonly string[]): Judgement {
  const headline = '退信，无法对应到发出的函';
  return {
    kind: 'bounce',
    state: 'held',
    place: {},
    reasons: [...reasons, headline],
    answers: [],
    receipt: false,
    headline,
    tells: [],
  };
}

/** Not about letters to the coordinators themselves: telling them would bounce as well, and so on for ever. */
function tellsOf({ id, desk }: Letter, { permanent, addresses }: BouncedLetter, what: string): Judgement['tells'] {
  if (!permanent || desk === coordinatorsDesk) return [];
  return [{ about: `bounce/${id}`, text: `${what}：${addresses.join('、')}。请核对信箱，用 shuangyue contact 更正。` }];
}

function kindName({ kind }: Letter): string {
  return kind in stepNames ? stepNames[kind as keyof typeof stepNames] : '函';
}
