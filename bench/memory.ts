import type { Bench } from './line.js';
import { demoMemory } from './memory/demo-memory.js';
import { taskHeap } from './memory/task-heap.js';

const limits = { heapKb: 100, rssMb: 600 } as const;

/** What a cached task costs in heap, and what the demo's worker takes of the machine at its peak. */
export const memory: Bench = {
  name: 'memory',
  run: async () => {
    const heap = await taskHeap();
    const demo = await demoMemory();
    return [
      { bench: 'memory.heap', ...heap, limit: limits.heapKb, ok: heap.ours <= limits.heapKb, unit: 'KB a cached task' },
      { bench: 'memory.rss', ...demo, limit: limits.rssMb, ok: demo.ours <= limits.rssMb, unit: 'MB at the peak' },
    ];
  },
};
