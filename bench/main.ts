import { DefaultLogger, Runtime } from '@temporalio/worker';
import { answers } from './answers.js';
import { burst } from './burst.js';
import { cost } from './cost.js';
import { intake } from './intake.js';
import { memory } from './memory.js';
import { open } from './open.js';
import { start } from './start.js';

const benches = [start, open, burst, cost, memory, answers, intake];

// What is terminated between two runs leaves turns behind that nobody waits for; their warnings say nothing.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
});
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => benches.every((bench) => bench.name !== name));
if (unknown.length > 0) {
  throw new Error(`no bench ${unknown.join(', ')}: there are ${benches.map(({ name }) => name).join(', ')}`);
}
for (const { name, run } of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await run()) process.stdout.write(`${JSON.stringify(line)}\n`);
}
