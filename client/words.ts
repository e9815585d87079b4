import { chinese } from './words-zh.js';
import { english } from './words-en.js';

/** Everything the client says of itself; what the office's record says stays as it is written there. */
export type Words = typeof chinese;

export function wordsIn(language: 'zh' | 'en'): Words {
  return language === 'en' ? english : chinese;
}
