import { Connection } from '@temporalio/client';
import { officeQueue } from '../../workflows/api.js';
import { engineAttributes } from '../engine-attributes.js';
import { broken, good, hint, type Check, type Finding, type Visit } from './check.js';
import { clockSkew } from './clock-skew.js';

const connectMs = 5_000;
const retentionDays = 400;

/** The engine that should be there: reachable, set up as we need it, with workers that take its work. */
export const engineCheck: Check = {
  name: 'temporal',
  title: 'Temporal 引擎',
  seconds: 20,
  examine: async (visit) => {
    const { address, port } = visit.settings.temporal;
    const where = address ?? `127.0.0.1:${port}`;
    if (address === undefined && !visit.isUp) return [hint('内置引擎没有运行', '双月未启动：shuangyue up 会启动它。')];
    if (where.endsWith(':0')) return [hint('内置引擎用任意端口，从这里找不到它', '请把 TEMPORAL_PORT 设为固定端口。')];
    let connection: Connection;
    try {
      connection = await Connection.connect({ address: where, connectTimeout: connectMs });
    } catch {
      return [
        broken(`连不上 ${where}`, '请确认它在运行、地址无误、防火墙放行；内置的看数据文件夹的 log/temporal.log。'),
      ];
    }
    try {
      return [good(`${where} 可以连接`), ...(await setUp(connection, visit)), ...(await pollers(connection, visit))];
    } finally {
      await connection.close();
    }
  },
};

async function setUp(connection: Connection, { settings }: Visit): Promise<readonly Finding[]> {
  const { namespace } = settings.temporal;
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    const days = Math.round(Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / 86_400);
    return [retention(namespace, days), await attributes(connection, namespace)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const todo = `请由管理员建立：temporal operator namespace create --namespace ${namespace} --retention ${retentionDays}d`;
    return [broken(`命名空间 ${namespace} 不可用：${reason}`, todo)];
  }
}

function retention(namespace: string, days: number): Finding {
  const said = `命名空间 ${namespace}，保留期 ${days} 天`;
  if (days >= retentionDays) return good(said);
  const todo = `一年的历史应留得住：temporal operator namespace update --namespace ${namespace} --retention ${retentionDays}d`;
  return hint(said, todo);
}

async function attributes(connection: Connection, namespace: string): Promise<Finding> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(engineAttributes).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return good(`检索属性齐全（${Object.keys(engineAttributes).join('、')}）`);
  const options = missing.map(([name, type]) => `--name ${name} --type ${type}`).join(' ');
  const todo = `请由管理员执行：temporal operator search-attribute create --namespace ${namespace} ${options}`;
  return broken(`缺少检索属性 ${missing.map(([name]) => name).join('、')}`, todo);
}

async function pollers(connection: Connection, { settings, isUp, now }: Visit): Promise<readonly Finding[]> {
  const { namespace } = settings.temporal;
  const { pollers: polls } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: officeQueue },
  });
  if (polls.length === 0) {
    const todo = isUp ? '请看数据文件夹的 log/worker.err 末尾。' : '双月未启动：shuangyue up。';
    return [(isUp ? broken : hint)('没有工作进程在取活：指令和信件都在等', todo)];
  }
  const last = new Date(Math.max(...polls.map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0))) * 1_000);
  // A poll waits for up to a minute: only a clock behind the engine's shows in it.
  return [good('工作进程在取活'), ...(last > now() ? [clockSkew('引擎', last, now())] : [])];
}
