import type { RoundPlan } from './cadence.js';
import type { Party, Register } from './register.js';
import { isLetter } from './step-addressees.js';

export interface RoundLoad {
  readonly round: string;
  /** Letters to the party when it answers everything before the reminder. */
  readonly min: number;
  /** Letters to the party when it never answers. */
  readonly max: number;
}

/** What a party has to expect in its mailboxes; receipts, returns and bulletins come on top. */
export interface PartyLoad {
  readonly party: string;
  readonly name: string;
  /** Tasks the party leads. */
  readonly tasks: number;
  readonly rounds: readonly RoundLoad[];
}

/** The letters of each party's ladder, round by round: one a step, however many tasks are in it. */
export function mailLoad(plans: readonly RoundPlan[], register: Register): readonly PartyLoad[] {
  return register.parties.map((party) => {
    const tasks = register.tasks.filter((task) => task.lead === party.code).length;
    return {
      party: party.code,
      name: party.name,
      tasks,
      rounds: plans.map((plan) => (tasks === 0 ? { round: plan.round, min: 0, max: 0 } : roundLoad(plan, party))),
    };
  });
}

/** A 督办函 reaches no party that has no head on file, nor the office's own bureau. */
function roundLoad({ round, ladder }: RoundPlan, party: Party): RoundLoad {
  const letters = ladder.filter(({ kind }) => isLetter(kind) && (kind !== 'escalation' || hasHead(party)));
  return { round, min: letters.filter(({ kind }) => kind === 'opening').length, max: letters.length };
}

function hasHead({ relation, posts }: Party): boolean {
  return relation !== 'own' && posts.head !== undefined;
}
