import { refuseChangesOf } from '../../record/contact-changes.js';
import { append } from '../../record/journal.js';
import { decideMail } from '../../record/mail-decisions.js';
import type { Deps } from '../deps.js';
import { type Decision, isUndecided } from './decide-held.js';
import type { IntakeVerdict } from './intake-verdict.js';
import { openMail } from './open-mail.js';
import { refuseUnentered } from './refuse-unentered.js';

/** A coordinator will not have it: kept as it arrived, delivered nowhere. */
export async function refuseMail(deps: Deps, { mail, by, at, why }: Decision): Promise<IntakeVerdict> {
  const { record } = await openMail(deps, mail);
  const { campaign, round, party } = record;
  const instant = new Date(at).toISOString();
  if (isUndecided(record, 'refused', by)) {
    await refuseUnentered(deps, mail);
    await deps.db.transaction().execute(async (trx) => {
      await decideMail(trx, { mail, decision: 'refused', by, at: instant, why });
      await refuseChangesOf(trx, { mail, by, at: instant });
      const place = { campaign, ...(round && { round }), ...(party && { party }) };
      await append(trx, { ...place, at: instant, by, act: 'refuse-mail', why, detail: { mail } });
    });
  }
  return {
    state: 'noted',
    kind: record.kind ?? 'other',
    headline: `来件不予采纳（${by}）`,
    reasons: record.reasons,
    ...(campaign !== null && { campaign }),
    ...(round !== null && { round }),
    ...(party !== null && { party }),
    answers: 0,
    receipt: false,
  };
}
