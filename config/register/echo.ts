import type { Finding, ProblemCode, WarningCode } from './finding.js';
import type { RegisterSource } from './register-source.js';

type Section = 'campaign' | 'parties' | 'tasks';

/** What a finding compares its row with; when that section is broken, the comparison says nothing. */
const comparedWith: Readonly<Partial<Record<ProblemCode | WarningCode, Section>>> = {
  'unknown-area': 'campaign',
  'unknown-principle': 'campaign',
  'unknown-party': 'parties',
  'unknown-region': 'parties',
  'party-unused': 'tasks',
};

/** True for a finding that only follows from a broken form: mending the form mends it, or shows what is really wrong. */
export function isEcho({ code, path }: Finding, source: RegisterSource): boolean {
  if (code === 'missing-section') return source.isBroken([]);
  if (code === 'missing-key' && source.hasNoteAt(path)) return true;
  const section = comparedWith[code];
  if (section !== undefined && (source.isBroken([section]) || !(section in source.root))) return true;
  const row = path[0] === 'campaign' ? path.slice(0, 1) : path.slice(0, 2);
  return row.length > 0 && source.isBroken(row);
}
