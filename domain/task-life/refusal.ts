import { standings } from '../standing.js';
import { hasEnded, isOpen, type TaskLife } from './life.js';

/** The orders a person may give to a task. */
export type TaskOrder = 'extend' | 'excuse' | 'return' | 'accept' | 'reassign' | 'withdraw';

const allowed: Readonly<Record<'extend' | 'excuse' | 'return', readonly TaskLife['standing'][]>> = {
  extend: ['asked', 'overdue', 'escalated'],
  excuse: ['asked', 'overdue', 'escalated', 'returned'],
  return: ['answered', 'late'],
};
const orderNames = {
  extend: '延期',
  excuse: '免报',
  return: '退回',
  accept: '验收',
  reassign: '移交',
  withdraw: '撤销',
};

/** Why an order cannot be carried out where the task stands, as one sentence for who gave it; undefined if it can. */
export function refusal(life: TaskLife, order: TaskOrder, round?: string): string | undefined {
  const name = orderNames[order];
  if (hasEnded(life)) return `不能${name}：任务${standings[life.standing]}，不再调度。`;
  if (order === 'reassign' || order === 'withdraw') return undefined;
  if (order === 'accept' && !isOpen(life)) return undefined;
  if (!isOpen(life)) return `不能${name}：目前没有开放的调度期；请在调度期开放后再办。`;
  if (round !== life.round.id)
    return `不能${name}：指令针对${round ?? '（未写明）'}期，当前为${life.round.id}期；请改用当前期。`;
  if (order === 'accept' || allowed[order].includes(life.standing)) return undefined;
  const expected = allowed[order].map((standing) => standings[standing]).join('、');
  return `不能${name}：任务当前为“${standings[life.standing]}”，须为${expected}。`;
}
