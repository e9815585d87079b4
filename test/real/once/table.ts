import type { Findings } from './findings.js';

interface Outcome {
  readonly step: string;
  readonly findings: Findings;
}

/** A line a step: how often it was struck, and how often everything came out once. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const steps = [...new Set(outcomes.map(({ step }) => step))];
  const lines = steps.map((step) => {
    const own = outcomes.filter((outcome) => outcome.step === step);
    const once = own.filter(({ findings }) => findings.length === 0).length;
    const amiss = own.flatMap(({ findings }) => findings).join('; ');
    return `${step.padEnd(52)} ${String(own.length).padStart(5)} kills ${String(once).padStart(5)} once  ${amiss}`;
  });
  return `${lines.join('\n')}\n${outcomes.length} kills at ${steps.length} steps\n`;
}
