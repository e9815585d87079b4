import { ratings, type Rating } from '../rating.js';

/** What a task is counted as: by its rating, or by what stands in the rating's place. */
export type Category = Rating | 'unread' | 'excused' | 'missing' | 'unasked';

export const categories: Readonly<Record<Category, string>> = {
  done: ratings.done,
  onTrack: ratings.onTrack,
  behind: ratings.behind,
  notStarted: ratings.notStarted,
  adjust: ratings.adjust,
  separate: ratings.separate,
  longTerm: ratings.longTerm,
  unread: '已报待核',
  excused: '免报',
  missing: '未报',
  unasked: '未到调度',
};

/** In the order of table 1. */
export const categoryOrder: readonly Category[] = [
  'done',
  'onTrack',
  'behind',
  'notStarted',
  'adjust',
  'separate',
  'longTerm',
  'unread',
  'excused',
  'missing',
  'unasked',
];

/** Columns of table 1 that are printed even when nothing is in them. */
export const alwaysShown: readonly Category[] = ['done', 'onTrack', 'behind', 'notStarted', 'missing'];
