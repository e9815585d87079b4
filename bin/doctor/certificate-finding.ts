import type { DoctorWords } from './words/doctor-words.js';
import { good, hint, type Finding } from './check.js';

const dayMs = 86_400_000;

/** Said a month before, so that there is time to renew it. */
export function certificateFinding(until: Date, now: Date, { mail }: DoctorWords): Finding {
  const days = Math.floor((until.getTime() - now.getTime()) / dayMs);
  const day = until.toISOString().slice(0, 10);
  return days < 30 ? hint(mail.certificateEnds(day, days), mail.certificateTodo) : good(mail.certificate(day));
}
