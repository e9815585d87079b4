import { instantIn } from '../../domain/zone-time.js';

/** As mail lists show it: the time today, the day within the year, the date before that. */
export function shortInstant(instant: string, now: Date, zone: string): string {
  const local = instantIn(zone, instant);
  const today = instantIn(zone, now.getTime());
  if (local.slice(0, 10) === today.slice(0, 10)) return local.slice(11, 16);
  const [year, month, day] = local.slice(0, 10).split('-').map(Number);
  return local.slice(0, 4) === today.slice(0, 4) ? `${month}月${day}日` : `${year}年${month}月${day}日`;
}
