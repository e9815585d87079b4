import { homedir } from 'node:os';
import { join } from 'node:path';
import { findTemporal, findTestServer, type BinaryRequest } from '../../../worker/local/temporal-binary.js';

/** The cache that a start of this user fills too, so that a suite downloads at most once on a machine. */
const sharedCache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'shuangyue');

const request: BinaryRequest = { cacheDir: sharedCache, report: () => undefined };

export const cachedTemporal = (): Promise<string> => findTemporal(request);

export const cachedTestServer = (): Promise<string> => findTestServer(request);
