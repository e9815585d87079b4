import { monthDay } from '../domain/roll-up/bulletin-dates.js';
import { instantIn } from '../domain/zone-time.js';

/** An instant on the office's wall: 10月20日14:12. */
export function arrivedAt(instant: string, zone: string): string {
  const local = instantIn(zone, instant);
  return `${monthDay(local.slice(0, 10))}${local.slice(11, 16)}`;
}
