import type { CalendarCadence, RoundPlan, StepKind } from './cadence.js';
import { missingPosts, type NeededPost } from './missing-posts.js';
import { movedSteps, type MoveReason } from './moved-steps.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { Register } from './register.js';
import { isYearKnown } from './workdays.js';
import { dateIn, msOf } from './zone-time.js';

export interface PlanToCheck extends OfficeCalendar {
  readonly plans: readonly RoundPlan[];
  readonly register?: Register;
}

/** What a coordinator should know before a plan is followed: dates and instants are ISO, in the campaign's zone. */
export type PlanConcern =
  | { readonly kind: 'provisional'; readonly year: number }
  | {
      readonly kind: 'moved';
      readonly round: string;
      readonly step: StepKind;
      readonly due: string;
      readonly reason: MoveReason;
      /** Absent where the step would come too late and is left out. */
      readonly at?: string;
    }
  | { readonly kind: 'lateSigning'; readonly round: string; readonly closesAt: string }
  | { readonly kind: 'overlap'; readonly round: string; readonly closesAt: string; readonly nextOpensAt: string }
  | { readonly kind: 'noPost'; readonly post: NeededPost; readonly parties: readonly string[] };

/** The concerns of a plan: of its dates first, then of the posts its letters need. */
export function planConcerns(check: PlanToCheck): readonly PlanConcern[] {
  const { plans, register, cadence } = check;
  return [
    ...provisionalYears(check),
    ...(cadence.kind === 'calendar' ? plans.flatMap((plan) => roundConcerns(plan, { ...check, cadence })) : []),
    ...overlaps(plans),
    ...(register === undefined ? [] : missingPosts(register)),
  ];
}

function provisionalYears({ plans, holidays }: PlanToCheck): readonly PlanConcern[] {
  const provisional = plans.filter((plan) => plan.provisional);
  const years = provisional.flatMap((plan) => [plan.opensAt, plan.closesAt].map((at) => Number(at.slice(0, 4))));
  const unknown = [...new Set(years)].filter((year) => !isYearKnown(year, holidays));
  return unknown.map((year) => ({ kind: 'provisional', year }));
}

function roundConcerns(plan: RoundPlan, calendar: OfficeCalendar<CalendarCadence>): readonly PlanConcern[] {
  return [...movedSteps(plan, calendar), ...lateSigning(plan, calendar)];
}

function lateSigning({ round, ladder, closesAt }: RoundPlan, { zone }: OfficeCalendar): readonly PlanConcern[] {
  const escalation = ladder.find(({ kind }) => kind === 'escalation');
  if (escalation === undefined || dateIn(zone, escalation.at) !== dateIn(zone, closesAt)) return [];
  return [{ kind: 'lateSigning', round, closesAt }];
}

function overlaps(plans: readonly RoundPlan[]): readonly PlanConcern[] {
  return plans.flatMap(({ round, closesAt }, index): readonly PlanConcern[] => {
    const next = plans[index + 1];
    if (next === undefined || msOf(closesAt) <= msOf(next.opensAt)) return [];
    return [{ kind: 'overlap', round, closesAt, nextOpensAt: next.opensAt }];
  });
}
