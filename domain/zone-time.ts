import { DateTime } from 'luxon';

/** Instants and dates of a zone. Brings luxon: activities and the client may import it, workflows may not. */

/** ISO 8601 instant, with the zone's offset, of a date and a time `HH:mm` on the wall there. */
export function instantAt(date: string, time: string, zone: string): string {
  return print(DateTime.fromISO(`${date}T${time}`, { zone }), `${date} ${time}`, zone);
}

/** An instant (epoch ms or ISO 8601) as ISO 8601 with the zone's offset. */
export function instantIn(zone: string, instant: number | string): string {
  return print(at(instant, zone), String(instant), zone);
}

/** The date on which an instant falls in a zone. */
export function dateIn(zone: string, instant: number | string): string {
  return instantIn(zone, instant).slice(0, 10);
}

/** Epoch milliseconds of an instant given either way. */
export function msOf(instant: number | string): number {
  return typeof instant === 'number' ? instant : at(instant, 'utc').toMillis();
}

function at(instant: number | string, zone: string): DateTime {
  return typeof instant === 'number'
    ? DateTime.fromMillis(instant, { zone })
    : DateTime.fromISO(instant, { zone, setZone: false });
}

function print(time: DateTime, what: string, zone: string): string {
  const iso = time.toISO({ suppressMilliseconds: true });
  if (iso === null) {
    throw new Error(
      `无法在时区“${zone}”确定时刻“${what}”：时刻应为 ISO 8601，时区应为 IANA 名称，例如 Asia/Shanghai。`,
    );
  }
  return iso.endsWith('Z') ? `${iso.slice(0, -1)}+00:00` : iso;
}
