import type { MailRecord } from '../../record/mails.js';
import { refused } from './refused.js';

/** Who decides on a held mail. */
export interface Decision {
  readonly mail: string;
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly why?: string;
}

/** False when this very decision is written already: its activity was interrupted after that. */
export function isUndecided(record: MailRecord, decision: 'released' | 'refused', by: string): boolean {
  if (record.state === 'held') return true;
  if (record.state === decision && record.decidedBy === by) return false;
  const who = record.decidedBy ? `，已由${record.decidedBy}处理` : '';
  throw refused(`来件${record.id}不在待核之列${who}；请用 shuangyue mail show ${record.id} 查看现状。`);
}
