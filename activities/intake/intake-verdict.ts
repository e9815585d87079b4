import type { MailKind } from '../../record/schema.js';

/** What the intake workflow is told of its mail. It goes into payloads: no names of persons, addresses or answer text. */
export interface IntakeVerdict {
  readonly state: 'held' | 'noted' | 'delivered';
  readonly kind: MailKind;
  /** One line in Chinese, for who looks at the run. */
  readonly headline: string;
  /** Chinese sentences: why it is held, or what was found. */
  readonly reasons: readonly string[];
  readonly campaign?: string;
  readonly round?: string;
  readonly party?: string;
  /** How many answers lie in the record and are to go to their tasks, held or not. */
  readonly answers: number;
  /** Whether the sender is told what was read. */
  readonly receipt: boolean;
}
