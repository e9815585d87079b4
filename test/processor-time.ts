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
