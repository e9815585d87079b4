import type { Verdict } from '../../mail/judge/judge-mail.js';
import type { Deps } from '../deps.js';
import type { Judgement } from './judgement.js';
import type { OpenedMail } from './open-mail.js';
import { originOf } from './origin.js';
import { partyName } from './party-name.js';

/** “收到” alone: recorded, not an answer, not held, and never answered in turn. */
export async function weighAcknowledgement(deps: Deps, opened: OpenedMail, verdict: Verdict): Promise<Judgement> {
  const { place, ...origin } = await originOf(deps, opened, verdict.references);
  const doubt = 'doubt' in origin ? [origin.doubt] : [];
  return {
    kind: 'acknowledgement',
    state: 'noted',
    place,
    reasons: [...verdict.reasons, ...doubt],
    answers: [],
    receipt: false,
    headline: `${await partyName(deps, place)}回复“收到”`,
    tells: [],
  };
}
