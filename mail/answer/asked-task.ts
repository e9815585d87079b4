import type { Figure } from '../../domain/answer.js';
import type { Target } from '../../domain/register.js';

/** A task a mail may answer. */
export interface AskedTask {
  readonly number: number;
  readonly title: string;
  readonly targets: readonly Target[];
  /** Last round's figures, to notice one that is doubtful. */
  readonly lastFigures?: readonly Figure[];
}
