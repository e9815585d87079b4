#!/usr/bin/env node
import { inOwnProcess, isOwnProcess, rehearses } from './own-process.js';

// Before all else is loaded: what follows is of no use to a process that only starts another.
if (rehearses(process.argv) && !isOwnProcess()) process.exit(await inOwnProcess());
await import('./command-line.js');
