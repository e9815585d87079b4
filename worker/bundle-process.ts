import { writeBundle } from './write-bundle.js';

const [entry = '', codePath = ''] = process.argv.slice(2);
await writeBundle(entry, codePath);
