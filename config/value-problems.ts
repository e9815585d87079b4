import type { z } from 'zod';
import type { GivenVariables } from './given-variables.js';
import { expectations, secretVariables } from './settings-schema.js';

/** One Chinese sentence for each variable whose value does not hold. */
export function sentences(issues: readonly z.core.$ZodIssue[], { values, placeOf }: GivenVariables): readonly string[] {
  const names = new Set(issues.map((issue) => String(issue.path[0])));
  return [...names].map((name) => {
    const shown = secretVariables.has(name) ? '（内容不显示）' : `“${values[name] ?? ''}”`;
    const expected = expectations[name] ?? issues.find((issue) => issue.path[0] === name)?.message;
    return `${placeOf(name)} 的值${shown}不对：应为${expected}；请改正，或删去后使用默认值。`;
  });
}
