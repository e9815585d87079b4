import type { BriskCadence, Cadence, CalendarCadence } from '../../domain/cadence.js';
import { fieldAt } from './fields.js';
import type { Finding } from './finding.js';

/** Two keys of a cadence with their values; the first must come before the second. */
type Pair = readonly [key: string, value: number | string, laterKey: string, laterValue: number | string];

/** The steps of a cadence must follow each other as on the ladder. */
export function checkCadence(cadence: Cadence): Finding[] {
  const pairs = cadence.kind === 'calendar' ? calendarPairs(cadence) : briskPairs(cadence);
  return pairs.flatMap(([key, value, laterKey, laterValue]): Finding[] => {
    if (value < laterValue) return [];
    const message = `调度节奏的${called(key)}与${called(laterKey)}次序不对：${key} 应小于 ${laterKey}；请改其中一个。`;
    return [{ code: 'cadence-order', path: ['campaign', 'cadence', laterKey], message }];
  });
}

const called = (key: string): string => fieldAt(['campaign', 'cadence', key])?.label ?? key;

function calendarPairs(cadence: CalendarCadence): Pair[] {
  const pair = (key: keyof CalendarCadence, later: keyof CalendarCadence): Pair => [
    key,
    cadence[key],
    later,
    cadence[later],
  ];
  return [
    pair('cutoffDay', 'answerByDay'),
    pair('decemberCutoffDay', 'decemberAnswerByDay'),
    pair('lettersAt', 'lettersUntil'),
    pair('callsAt', 'answerAt'),
    pair('reminderBefore', 'openingBefore'),
    pair('overdueAfter', 'secondOverdueAfter'),
    pair('secondOverdueAfter', 'escalationAfter'),
    pair('escalationAfter', 'closesAfter'),
  ];
}

function briskPairs(cadence: BriskCadence): Pair[] {
  const pair = (step: BriskStep, later: BriskStep): Pair => [
    `${step}Seconds`,
    cadence[`${step}Ms`],
    `${later}Seconds`,
    cadence[`${later}Ms`],
  ];
  return [
    pair('reminder', 'answerBy'),
    pair('answerBy', 'overdue'),
    pair('calls', 'overdue'),
    pair('overdue', 'secondOverdue'),
    pair('secondOverdue', 'escalation'),
    pair('escalation', 'closes'),
    pair('closes', 'every'),
  ];
}

type BriskStep = 'every' | 'reminder' | 'answerBy' | 'calls' | 'overdue' | 'secondOverdue' | 'escalation' | 'closes';
