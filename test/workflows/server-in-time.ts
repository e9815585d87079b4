import { TestWorkflowEnvironment } from '@temporalio/testing';
import * as api from '../../workflows/api.js';
import { cachedTestServer } from '../worker/local/cached-binaries.js';
import { quietRuntime } from './quiet-runtime.js';

/** The time-skipping server with the search attributes of our workflows. */
export async function startServerInTime(): Promise<TestWorkflowEnvironment> {
  quietRuntime();
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: await cachedTestServer() } },
  });
  await defineSearchAttributes(env);
  return env;
}

async function defineSearchAttributes({ connection, namespace }: TestWorkflowEnvironment): Promise<void> {
  const types = { KEYWORD: 2, INT: 3, DATETIME: 6 } as const;
  const named = Object.values(api.searchAttributes).map(({ name, type }) => [name, types[type]]);
  await connection.operatorService.addSearchAttributes({
    namespace: namespace ?? 'default',
    searchAttributes: Object.fromEntries(named),
  });
}
