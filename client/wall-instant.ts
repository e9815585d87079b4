import { chineseDay } from '../domain/chinese-date.js';
import { instantIn } from '../domain/zone-time.js';

/** An instant as the campaign's wall shows it; seconds only where a brisk cadence made them matter. */
export function wallInstant(zone: string, at: string): string {
  const local = instantIn(zone, at);
  return `${chineseDay(local)}${local.slice(11, local.slice(17, 19) === '00' ? 16 : 19)}`;
}
