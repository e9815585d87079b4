import type { WebDeps } from './web-deps.js';

export interface WebOptions {
  /** As people reach it; links, csrf and cookies go by it. */
  readonly publicUrl: string;
  readonly apiKey: string;
  readonly deps: WebDeps;
  readonly now: () => Date;
  /** Told what went wrong on our side; the page shows no internals. */
  readonly onProblem?: (problem: unknown, where: string) => void;
}
