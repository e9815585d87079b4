interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

export interface BucketSize {
  readonly capacity: number;
  readonly perSecond: number;
}

/** One bucket per key, in memory; the longest unused keys are forgotten first, which only ever refills a bucket. */
export function tokenBuckets(size: BucketSize, maxKeys = 10_000): (key: string, nowMs: number) => boolean {
  const buckets = new Map<string, Bucket>();
  return (key, nowMs) => {
    const before = buckets.get(key) ?? { tokens: size.capacity, at: nowMs };
    const refilled = before.tokens + (Math.max(0, nowMs - before.at) / 1000) * size.perSecond;
    const tokens = Math.min(size.capacity, refilled);
    buckets.delete(key);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: nowMs });
    forgetOldest(buckets, maxKeys);
    return tokens >= 1;
  };
}

function forgetOldest(buckets: Map<string, Bucket>, maxKeys: number): void {
  const oldest = buckets.keys().next();
  if (buckets.size > maxKeys && oldest.done !== true) buckets.delete(oldest.value);
}
