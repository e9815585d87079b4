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
  seconds: 20,
  examine: async (visit) => {
    const { address, port } = visit.settings.temporal;
    const said = visit.words.services;
    const where = address ?? `127.0.0.1:${port}`;
    if (address === undefined && !visit.isUp) return [hint(said.engineNotUp, said.notUpTodo)];
    if (where.endsWith(':0')) return [hint(said.engineAnyPort, said.engineAnyPortTodo)];
    let connection: Connection;
    try {
      connection = await Connection.connect({ address: where, connectTimeout: connectMs });
    } catch {
      return [broken(said.engineAway(where), said.engineAwayTodo)];
    }
    try {
      return [
        good(said.engineAnswers(where)),
        ...(await setUp(connection, visit)),
        ...(await pollers(connection, visit)),
      ];
    } finally {
      await connection.close();
    }
  },
};

async function setUp(connection: Connection, { settings, words }: Visit): Promise<readonly Finding[]> {
  const { namespace } = settings.temporal;
  const said = words.services;
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    const days = Math.round(Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / 86_400);
    return [retention(namespace, days, said), await attributes(connection, namespace, said)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const create = `temporal operator namespace create --namespace ${namespace} --retention ${retentionDays}d`;
    return [broken(said.noNamespace(namespace, reason), said.adminMakes(create))];
  }
}

type Said = Visit['words']['services'];

function retention(namespace: string, days: number, said: Said): Finding {
  const found = said.retention(namespace, days);
  if (days >= retentionDays) return good(found);
  const update = `temporal operator namespace update --namespace ${namespace} --retention ${retentionDays}d`;
  return hint(found, said.retentionTodo(update));
}

async function attributes(connection: Connection, namespace: string, said: Said): Promise<Finding> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(engineAttributes).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return good(said.attributes(Object.keys(engineAttributes)));
  const options = missing.map(([name, type]) => `--name ${name} --type ${type}`).join(' ');
  const create = `temporal operator search-attribute create --namespace ${namespace} ${options}`;
  return broken(said.attributesMissing(missing.map(([name]) => name)), said.adminRuns(create));
}

async function pollers(connection: Connection, { settings, isUp, now, words }: Visit): Promise<readonly Finding[]> {
  const said = words.services;
  const { namespace } = settings.temporal;
  const { pollers: polls } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: officeQueue },
  });
  if (polls.length === 0) {
    return [(isUp ? broken : hint)(said.noPoller, isUp ? said.workerLog : said.officeNotUp)];
  }
  const last = new Date(Math.max(...polls.map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0))) * 1_000);
  // A poll waits for up to a minute: only a clock behind the engine's shows in it.
  return [good(said.polled), ...(last > now() ? [clockSkew(words.clocks.engine, last, now(), words)] : [])];
}
