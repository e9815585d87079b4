import type { Addressee, Step, StepKind } from './cadence.js';

/** To whom each step of the ladder is written (design.md, "Ladder and workdays"). */
const addressees: Readonly<Record<StepKind, { readonly to: readonly Addressee[]; readonly cc: readonly Addressee[] }>> =
  {
    opening: { to: ['liaisons'], cc: [] },
    reminder: { to: ['liaisons'], cc: [] },
    calls: { to: ['coordinators'], cc: [] },
    overdue: { to: ['liaisons'], cc: ['section'] },
    'second-overdue': { to: ['liaisons', 'office'], cc: ['section'] },
    escalation: { to: ['head'], cc: ['liaisons'] },
  };

/** A step of the ladder with its addressees, planned for an ISO instant. */
export function stepAt(kind: StepKind, at: string): Step {
  return { kind, ...addressees[kind], at };
}

/** True for steps that write to a party; `calls` is a list for the coordinators and no letter. */
export function isLetter(kind: StepKind): boolean {
  return kind !== 'calls';
}
