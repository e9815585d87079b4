export const chasing = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation'] as const;

/** Letters a department reacts to. */
export type ReceivedKind = (typeof chasing)[number] | 'return';

const subjects: readonly (readonly [ReceivedKind, RegExp])[] = [
  ['return', /^【请补正/],
  ['reminder', /^【工作提示】/],
  ['overdue', /^【催办】/],
  ['second-overdue', /^【再次催办】/],
  ['escalation', /^关于商请协调报送/],
  ['opening', /^【[^】]*】\d{4}年第\d次双月调度：请于/],
];

/** What a letter wants, as a liaison tells it from the subject; receipts and notices want nothing. */
export function letterKind(subject: string): ReceivedKind | undefined {
  return subjects.find(([, shape]) => shape.test(subject))?.[0];
}
