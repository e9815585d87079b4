import type { DoctorWords } from './words/doctor-words.js';
import { broken, good, type Finding } from './check.js';

const toleranceMs = 60_000;

/** Deadlines are kept by this machine's clock: it has to agree with the clocks of those it works with. */
export function clockSkew(whose: string, theirs: Date, ours: Date, words: DoctorWords): Finding {
  const skewMs = ours.getTime() - theirs.getTime();
  if (Math.abs(skewMs) <= toleranceMs) return good(words.clocksAgree(whose, toleranceMs / 1_000));
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  const said = skewMs > 0 ? words.clockFast(whose, seconds) : words.clockSlow(whose, seconds);
  return broken(said, words.clockTodo);
}
