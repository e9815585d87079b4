import { Connection, isGrpcServiceError } from '@temporalio/client';
import { refusal } from '../worker/local/refusal.js';
import { engineAttributes } from './engine-attributes.js';

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
      `连不上 TEMPORAL_ADDRESS 所指的 Temporal（${address}）：请确认它在运行、地址无误，或删去这项设置使用内置引擎。`,
      cause,
    );
  }
}

function lacking(address: string, namespace: string, cause: Error): Error {
  const wanted = Object.entries(engineAttributes).map(([name, type]) => `${name}（${type}）`);
  return refusal(
    `Temporal（${address}）的命名空间 ${namespace} 不可用或缺少检索属性：请由管理员建好该命名空间` +
      `（保留期 400 天）和检索属性 ${wanted.join('、')} 后再启动。原因：${cause.message}`,
    cause,
  );
}
