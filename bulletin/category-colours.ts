import type { Category } from '../domain/roll-up/category.js';

/** Fill and ink; told apart by lightness as well as hue, for print without colour. */
export const categoryColours: Readonly<Record<Category, readonly [fill: string, ink: string]>> = {
  done: ['#14563c', '#ffffff'],
  onTrack: ['#8fc7a6', '#111111'],
  behind: ['#f0b429', '#111111'],
  notStarted: ['#b3202c', '#ffffff'],
  adjust: ['#7a68a6', '#ffffff'],
  separate: ['#93a1ad', '#111111'],
  longTerm: ['#4f86c6', '#ffffff'],
  unread: ['#d8c7a3', '#111111'],
  excused: ['#d5d5d5', '#111111'],
  missing: ['#ffffff', '#111111'],
  unasked: ['#f1f1f1', '#111111'],
};
