import { Connection, isGrpcServiceError } from '@temporalio/client';
import { inBoth } from '../domain/sentence.js';
import { refusal } from '../worker/local/refusal.js';
import { engineAttributes } from './engine-attributes.js';
import { officeWords } from './words/office.js';

/** An engine run elsewhere belongs to its admins: what it lacks is told, never made. */
export async function checkNamespace(address: string, namespace: string): Promise<void> {
  const connection = await connect(address);
  try {
    const query = Object.keys(engineAttributes)
      .map((name) => `${name} IS NULL`)
      .join(' AND ');
    await connection.workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1 });
  } catch (error) {
    throw isGrpcServiceError(error) ? lacking(address, namespace, error) : error;
  } finally {
    await connection.close();
  }
}

async function connect(address: string): Promise<Connection> {
  try {
    return await Connection.connect({ address, connectTimeout: '10s' });
  } catch (cause) {
    throw refusal(
      inBoth(officeWords, ({ noEngine }) => noEngine(address)),
      cause,
    );
  }
}

function lacking(address: string, namespace: string, cause: Error): Error {
  const wanted = Object.entries(engineAttributes);
  return refusal(
    inBoth(officeWords, ({ engineLacks }) => engineLacks(address, namespace, wanted, cause.message)),
    cause,
  );
}
