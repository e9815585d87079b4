import type { z } from 'zod';
import type { GivenVariables } from './given-variables.js';
import { secretVariables } from './settings-schema.js';
import { expectationWords } from './words/expectations.js';
import { settingsWords } from './words/settings.js';

/** One sentence for each variable whose value does not hold. */
export function sentences(
  issues: readonly z.core.$ZodIssue[],
  { values, placeOf, language }: GivenVariables,
): readonly string[] {
  const { valueWrong, anotherWay } = settingsWords[language];
  const names = new Set(issues.map((issue) => String(issue.path[0])));
  return [...names].map((name) => {
    const shown = secretVariables.has(name) ? undefined : (values[name] ?? '');
    return valueWrong(placeOf(name), shown, expectationWords[language][name] ?? anotherWay);
  });
}
