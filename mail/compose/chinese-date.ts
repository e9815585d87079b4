import { DateTime } from 'luxon';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** The letters of one instant print the same few dates over and over; working one out asks the system for the zone. */
const known = new Map<string, DateTime<true>>();
const atMost = 500;

const inZone = (iso: string, zone: string): DateTime<true> => {
  const key = `${iso} ${zone}`;
  const moment = known.get(key) ?? read(iso, zone);
  if (known.size >= atMost) known.clear();
  known.set(key, moment);
  return moment;
};

const read = (iso: string, zone: string): DateTime<true> => {
  // A bare day is meant in the campaign's zone; an instant is moved into it.
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(iso)
    ? DateTime.fromISO(iso, { zone })
    : DateTime.fromISO(iso).setZone(zone);
  if (!moment.isValid) throw new Error(`Not an ISO instant or day: ${iso} (zone ${zone}); pass what the record holds.`);
  return moment;
};

/** Seconds only where a brisk cadence makes them matter. */
const clock = (moment: DateTime): string => moment.toFormat(moment.second === 0 ? 'HH:mm' : 'HH:mm:ss');

/** 4月27日 */
export const day = (iso: string, zone: string): string => inZone(iso, zone).toFormat('M月d日');

/** 4月27日（星期一） */
export const weekday = (iso: string, zone: string): string => {
  const moment = inZone(iso, zone);
  return `${moment.toFormat('M月d日')}（星期${weekdays[moment.weekday - 1]}）`;
};

/** 4月27日（星期一）17:00 */
export const instant = (iso: string, zone: string): string => `${weekday(iso, zone)}${clock(inZone(iso, zone))}`;

/** 4月27日17:00, where the weekday stands elsewhere in the letter. */
export const shortInstant = (iso: string, zone: string): string => `${day(iso, zone)}${clock(inZone(iso, zone))}`;

/** 2026年4月27日 */
export const fullDay = (iso: string, zone: string): string => inZone(iso, zone).toFormat('yyyy年M月d日');

/** 10月31日 of a task's deadline or a target's last day, `MM-DD` or `YYYY-MM-DD`. */
export const monthDay = (text: string): string => {
  const match = /(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  return match ? `${Number(match[1])}月${Number(match[2])}日` : '';
};
