import { openClient } from '../client/client-deps.js';
import { createClientProgram } from '../client/program.js';
import { runProgram } from '../client/run-program.js';
import { addDemo } from './demo.js';
import { addDoctor } from './doctor/doctor.js';
import { addRecord } from './record.js';
import { addRehearse } from './rehearse.js';
import { addUp } from './up.js';

// A reader or a terminal that went away is no reason to leave an office half stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const deps = openClient();
const program = createClientProgram(deps);
addUp(program, deps);
addDemo(program, deps);
addDoctor(program, deps);
addRecord(program, deps);
addRehearse(program, deps);
process.exitCode = await runProgram(process.argv.slice(2), deps, program);
// What was left open, such as a download that nobody waits for any more, does not hold up the end.
setTimeout(() => process.exit(), 2_000).unref();
