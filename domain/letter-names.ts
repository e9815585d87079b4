import { stepNames } from './step-names.js';

/** What people call each kind of letter. */
export const letterNames: Readonly<Record<string, string>> = {
  ...stepNames,
  settled: '办结告知',
  receipt: '回执',
  return: '退回补报',
  handover: '移交',
  unfounded: '撤回督办',
  bulletin: '简报',
  report: '专报',
  note: '便函',
  contacts: '联络员确认',
};

/** The name of a kind of letter; a kind without one is called by its code. */
export function letterName(kind: string): string {
  return letterNames[kind] ?? kind;
}
