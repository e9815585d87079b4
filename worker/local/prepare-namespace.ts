import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectionLike } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { hasCode } from './error-code.js';

/** temporal.api.enums.v1.IndexedValueType */
const indexedValueTypes = {
  Text: 1,
  Keyword: 2,
  Int: 3,
  Double: 4,
  Bool: 5,
  Datetime: 6,
  KeywordList: 7,
} as const;

export type SearchAttributes = Readonly<Record<string, keyof typeof indexedValueTypes>>;

export type NamespacePlan = {
  readonly namespace: string;
  readonly retentionDays: number;
  readonly searchAttributes: SearchAttributes;
};

const grpc = { invalidArgument: 3, notFound: 5, alreadyExists: 6 } as const;
const usableWithinMs = 30_000;

/** Makes the namespace as planned, whatever is there already, and returns once a query over its search attributes works. */
export async function prepareNamespace(connection: ConnectionLike, plan: NamespacePlan): Promise<void> {
  await ensureNamespace(connection, plan);
  const deadline = Date.now() + usableWithinMs;
  await retryUntil(deadline, () => ensureSearchAttributes(connection, plan));
  await retryUntil(deadline, () => tryQuery(connection, plan));
}

async function ensureNamespace(connection: ConnectionLike, { namespace, retentionDays }: NamespacePlan): Promise<void> {
  const workflowExecutionRetentionPeriod = msToTs(retentionDays * 86_400_000);
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } catch (error) {
    if (!hasCode(error, grpc.alreadyExists)) throw error;
    await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: workflowExecutionRetentionPeriod },
    });
  }
}

async function ensureSearchAttributes(
  connection: ConnectionLike,
  { namespace, searchAttributes }: NamespacePlan,
): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributes).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, indexedValueTypes[type]])),
  });
}

async function tryQuery(connection: ConnectionLike, { namespace, searchAttributes }: NamespacePlan): Promise<void> {
  const query = Object.keys(searchAttributes)
    .map((name) => `${name} IS NULL`)
    .join(' AND ');
  await connection.workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1 });
}

/** The server's own caches learn of a new namespace and of new attributes a little later. */
async function retryUntil(deadline: number, step: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!hasCode(error, grpc.notFound, grpc.invalidArgument) || Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}
