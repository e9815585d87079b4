import { standings, type Standing } from '../standing.js';

const list = (expected: readonly Standing[]): string => expected.map((standing) => standings[standing]).join('、');

/** Why an order on a task cannot be carried out, after the task's number. */
const chinese = {
  orders: { extend: '延期', excuse: '免报', return: '退回', accept: '验收', reassign: '移交', withdraw: '撤销' },
  ended: (order: string, standing: Standing) => `不能${order}：任务${standings[standing]}，不再调度。`,
  noRound: (order: string) => `不能${order}：目前没有开放的调度期；请在调度期开放后再办。`,
  otherRound: (order: string, given: string | undefined, open: string) =>
    `不能${order}：指令针对${given ?? '（未写明）'}期，当前为${open}期；请改用当前期。`,
  otherStanding: (order: string, standing: Standing, expected: readonly Standing[]) =>
    `不能${order}：任务当前为“${standings[standing]}”，须为${list(expected)}。`,
};

// What a standing is called in the code is its English.
const english: typeof chinese = {
  orders: {
    extend: 'extended',
    excuse: 'excused',
    return: 'returned',
    accept: 'accepted',
    reassign: 'reassigned',
    withdraw: 'withdrawn',
  },
  ended: (order, standing) => ` cannot be ${order}: it is ${standing} and is called no more.`,
  noRound: (order) => ` cannot be ${order}: no round is open; wait for the next one.`,
  otherRound: (order, given, open) =>
    ` cannot be ${order}: the order is for round ${given ?? '(not said)'}, and ${open} is the open one; give it for that.`,
  otherStanding: (order, standing, expected) =>
    ` cannot be ${order}: it stands at "${standing}", expected ${expected.join(' or ')}.`,
};

export const taskRefusalWords = { zh: chinese, en: english };
