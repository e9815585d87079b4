import { layDown } from './lay-down.js';

const [data = ''] = process.argv.slice(2);
await layDown(data);
// PGlite leaves handles behind that would keep the process for ever.
process.exit(0);
