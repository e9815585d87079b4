/**
 * Milliseconds of processor time that this process takes from now on, by a later call. What work costs, where the clock
 * on the wall also counts what other tests keep us waiting.
 */
export function processorTime(): () => number {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };
}

/**
 * The least processor time in milliseconds that `work` takes: of one go if that is below `limit`, otherwise of three. A go
 * may have to collect what other tests left behind or compile what runs for the first time; work that is too dear is so
 * every time.
 */
export async function leastTime(limit: number, work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let go = 0; go < 3 && least >= limit; go += 1) {
    const taken = processorTime();
    await work();
    least = Math.min(least, taken());
  }
  return least;
}
