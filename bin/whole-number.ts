import { mistake } from '../client/mistake.js';
import type { Words } from '../client/words.js';

/** Reads an option's value; refuses what is no whole number of at least `least`. */
export function wholeNumber(option: string, least: number, { running }: Words): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
    throw mistake(running.badNumber(option, text, least));
  };
}
