import { mistake } from '../client/mistake.js';

/** Reads an option's value; refuses what is no whole number of at least `least`. */
export function wholeNumber(option: string, least: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
    throw mistake(`${option} 的值“${text}”不对：应为不小于 ${least} 的整数。`);
  };
}
