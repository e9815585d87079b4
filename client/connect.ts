import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection, ServiceError } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common';
import type { Settings } from '../config/settings.js';
import {
  campaignQuery,
  ids,
  officeQueue,
  searchAttributes,
  workflowTypes,
  type CampaignInput,
} from '../workflows/api.js';
import { explainTemporal } from './explain-temporal.js';
import { mistake } from './mistake.js';
import { orderId, type CampaignStart, type Office } from './office.js';
import type { Words } from './words.js';

export interface OfficeAddress {
  readonly address: string;
  readonly namespace: string;
  readonly words: Words;
  /** When the command was given; part of every order's id. */
  readonly invokedAt: Date;
  readonly patience?: Patience;
}

interface Patience {
  readonly connectMs: number;
  readonly acceptMs: number;
  readonly carryOutMs: number;
}

/** A worker that runs accepts an order at once; carrying it out may mean letters to everybody. */
const usualPatience: Patience = { connectMs: 5_000, acceptMs: 10_000, carryOutMs: 120_000 };

/** The engine's address; the embedded one's is known only where its port is fixed. */
export function engineAddress({ temporal }: Settings, words: Words): string {
  if (temporal.address !== undefined) return temporal.address;
  if (temporal.port === 0) throw mistake(words.anyPort('TEMPORAL_PORT', 'TEMPORAL_ADDRESS'));
  return `127.0.0.1:${temporal.port}`;
}

/** Connects, lets `work` give its orders, and closes the connection whatever came of them. */
export async function withOffice<Result>(
  where: OfficeAddress,
  work: (office: Office) => Promise<Result>,
): Promise<Result> {
  const connection = await connect(where);
  try {
    return await work(officeAt(connection, where));
  } finally {
    await connection.close();
  }
}

async function connect({ address, words, patience = usualPatience }: OfficeAddress): Promise<Connection> {
  try {
    return await Connection.connect({ address, connectTimeout: patience.connectMs });
  } catch (cause) {
    throw mistake(words.engineDown(address), cause);
  }
}

/** The same over a connection that is open already, and stays so. */
export function officeAt(connection: Connection, where: OfficeAddress): Office {
  const { acceptMs, carryOutMs } = where.patience ?? usualPatience;
  const client = new Client({ connection, namespace: where.namespace });
  const within = async <Reply>(ms: number, to: string, ask: () => Promise<Reply>): Promise<Reply> => {
    try {
      return await connection.withDeadline(Date.now() + ms, ask);
    } catch (error) {
      throw explainTemporal(error, { ...where, to, seconds: ms / 1_000 });
    }
  };
  return {
    startCampaign: (input) => within(acceptMs, ids.campaign(input.campaign), () => startCampaign(client, input)),
    order: async (to, update, said) => {
      const accepted = await within(acceptMs, to, () =>
        onceItsTurnRuns(acceptMs, () =>
          client.workflow.getHandle(to).startUpdate(update, {
            args: [said],
            waitForStage: 'ACCEPTED',
            updateId: orderId(where.invokedAt, to, update.name, said),
          }),
        ),
      );
      return within(carryOutMs, to, () => accepted.result());
    },
    progress: (campaign) =>
      within(acceptMs, ids.campaign(campaign), () =>
        client.workflow.getHandle(ids.campaign(campaign)).query(campaignQuery),
      ),
  };
}

/** gRPC FAILED_PRECONDITION: after a cold start a turn may have timed out, and until the next one runs Updates are refused. */
const turnFailed = 9;

function hasTurnFailed(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === turnFailed;
}

/** The same Update id each time, so that asking again never orders twice. */
async function onceItsTurnRuns<Reply>(withinMs: number, ask: () => Promise<Reply>): Promise<Reply> {
  for (const deadline = Date.now() + withinMs - 1_000; ; await pause(500)) {
    try {
      return await ask();
    } catch (error) {
      const isPassing = error instanceof ServiceError && hasTurnFailed(error.cause);
      if (!isPassing || Date.now() > deadline) throw error;
    }
  }
}

/** Asked first, because a start under USE_EXISTING does not say whether it was the one that started. */
async function startCampaign(client: Client, input: CampaignInput): Promise<CampaignStart> {
  const workflowId = ids.campaign(input.campaign);
  const known = await statusOf(client, workflowId);
  if (known !== undefined) return known === 'RUNNING' ? 'running' : 'ended';
  try {
    await client.workflow.start(workflowTypes.campaign, {
      workflowId,
      taskQueue: officeQueue,
      args: [input],
      workflowTaskTimeout: '5s',
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      typedSearchAttributes: [{ key: searchAttributes.campaign, value: input.campaign }],
      staticSummary: input.title,
    });
    return 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'ended';
    throw error;
  }
}

async function statusOf(client: Client, workflowId: string): Promise<string | undefined> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}
