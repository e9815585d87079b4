import { workerData } from 'node:worker_threads';
import { writeBundle } from './write-bundle.js';

const { entry, codePath } = workerData as { readonly entry: string; readonly codePath: string };
await writeBundle(entry, codePath);
