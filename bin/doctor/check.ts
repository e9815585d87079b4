import type { Settings } from '../../config/settings.js';
import type { DoctorWords } from './words/doctor-words.js';

/** `hint`: worth a look, or not to be known from here; `broken`: the office cannot work like this. */
export type Verdict = 'good' | 'hint' | 'broken';

export interface Finding {
  readonly verdict: Verdict;
  /** What was looked at and what is so. */
  readonly found: string;
  readonly todo?: string;
}

export interface Visit {
  readonly settings: Settings;
  /** Whether an office runs in this folder. */
  readonly isUp: boolean;
  readonly now: () => Date;
  readonly words: DoctorWords;
}

export interface Check {
  readonly name: Exclude<keyof DoctorWords['titles'], 'settings'>;
  /** After this long it is given up. */
  readonly seconds: number;
  readonly examine: (visit: Visit) => Promise<readonly Finding[]>;
}

export const good = (found: string): Finding => ({ verdict: 'good', found });
export const hint = (found: string, todo?: string): Finding => ({ verdict: 'hint', found, ...(todo && { todo }) });
export const broken = (found: string, todo?: string): Finding => ({ verdict: 'broken', found, ...(todo && { todo }) });
