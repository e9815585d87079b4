/** Longer than a turn's time-out (start-options.ts): by then every task has woken that a dead worker held. */
const withinMs = 5_000;

/**
 * Tasks wake one by one after an outage. All that wake within seconds plan from the moment of the first, so that their
 * late steps meet on one instant and a party gets one letter.
 */
export function createWaking(): (of: { campaign: string; id: string; at: number }) => number {
  const wokeAt = new Map<string, number>();
  return ({ campaign, id, at }) => {
    const name = `${campaign}/${id}`;
    const first = wokeAt.get(name);
    if (first !== undefined && at - first <= withinMs) return Math.min(first, at);
    wokeAt.set(name, at);
    return at;
  };
}
