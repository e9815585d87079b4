import type { CallSaid } from '../domain/call.js';
import type { Words } from './words.js';

/** A call in one line: what became of it, what it told, what was noted besides. */
export function callText({ outcome, said, note }: CallSaid, { calls, names }: Words): string {
  const facts = [
    outcome === null ? undefined : names.callOutcomes[outcome],
    said.received === undefined ? undefined : calls.received[said.received ? 'yes' : 'no'],
    said.stuckAt === undefined ? undefined : calls.stuck(names.stuckPlaces[said.stuckAt] ?? said.stuckAt),
    said.expectedOn === undefined ? undefined : calls.expected(names.day(said.expectedOn)),
    said.wish === undefined ? undefined : names.callWishes[said.wish],
    note.replace(/。$/, ''),
  ];
  return facts.filter((fact) => fact !== undefined && fact !== '').join(names.comma);
}
