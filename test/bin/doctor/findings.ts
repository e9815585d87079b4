import type { Finding } from '../../../bin/doctor/check.js';

/** Each finding as a line: `broken 连不上 → 请…`. */
export const lines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ verdict, found, todo }) => `${verdict} ${found}${todo === undefined ? '' : ` → ${todo}`}`);

export const verdicts = (findings: readonly Finding[]): readonly string[] => findings.map(({ verdict }) => verdict);
