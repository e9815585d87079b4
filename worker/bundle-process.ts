import { writeBundle } from './write-bundle.js';

const [entry = '', codePath = '', ...interceptors] = process.argv.slice(2);
await writeBundle({ entry, codePath, interceptors });
