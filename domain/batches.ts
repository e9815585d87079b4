export interface BatchLimits {
  readonly count: number;
  readonly bytes: number;
}

/** Things in their order, as many together as the limits allow; a larger one goes by itself. */
export function batchesOf<T>(
  things: readonly T[],
  limits: BatchLimits,
  bytesOf: (thing: T) => number,
): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let bytes = 0;
  for (const thing of things) {
    const last = batches.at(-1);
    bytes += bytesOf(thing);
    if (last && last.length < limits.count && bytes <= limits.bytes) {
      last.push(thing);
    } else {
      batches.push([thing]);
      bytes = bytesOf(thing);
    }
  }
  return batches;
}
