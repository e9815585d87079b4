import type { Addressee, StepKind } from './cadence.js';

/** What people call each step of the ladder. */
export const stepNames: Readonly<Record<StepKind, string>> = {
  opening: '调度通知',
  reminder: '催报',
  calls: '电话清单',
  overdue: '逾期催办',
  'second-overdue': '再催',
  escalation: '督办函',
};

/** What people call those a step is written to. */
export const addresseeNames: Readonly<Record<Addressee, string>> = {
  liaisons: '联络员',
  section: '承办处室',
  office: '单位办公室',
  head: '分管负责人',
  coordinators: '协调员',
};
