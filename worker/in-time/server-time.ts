/**
 * How the time of a rehearsed year lies in the time of its engine. The engine's clock starts at the real today and only
 * goes forward, and it runs on by itself while work is under way. So the rehearsed year lies far ahead of today, whatever
 * year it is, and each of its minutes is eight of the engine's: what an instant sets in motion is done long before the
 * next minute, and everything in between is told the same minute, on a fast machine and on a busy one.
 */
const pace = 8;
const minuteMs = 60_000;
const rehearsed = Date.UTC(2020, 0, 1);
const onServer = Date.UTC(2060, 0, 1);

/** The first instant of the engine at which it is `at` in the rehearsed year; epoch milliseconds. */
export function toServer(at: number): number {
  return onServer + (at - rehearsed) * pace;
}

/** The rehearsed minute that the engine's instant falls into; epoch milliseconds. */
export function toRehearsed(server: number): number {
  const at = rehearsed + (server - onServer) / pace;
  return Math.floor(at / minuteMs) * minuteMs;
}

/** In the middle of a rehearsed minute: all that was due at its beginning has been done by then. */
export function afterWork(at: number): number {
  return toServer(at) + (pace * minuteMs) / 2;
}
