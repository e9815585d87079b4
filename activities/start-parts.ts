import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import * as api from '../workflows/api.js';
import { campaignRow, partyRow, type PartyRow, partyRows, type TaskRow, taskRows } from '../record/office-facts.js';
import { forEachOf } from './bulk.js';
import type { Deps } from './deps.js';
import { startOnce } from './start-options.js';

interface Part {
  readonly type: string;
  readonly workflowId: string;
  readonly input: api.TaskInput | api.DeskInput;
  readonly summary: string;
  readonly attributes: NonNullable<Parameters<Deps['client']['workflow']['start']>[1]>['typedSearchAttributes'];
}

/** Starts every task and desk that does not run yet; run again, it finishes what broke half-way. */
export async function startParts(deps: Deps, campaign: string): Promise<{ tasks: number; desks: number }> {
  const { cadence } = await campaignRow(deps.db, campaign);
  const parties = await partyRows(deps.db, campaign);
  const tasks = (await taskRows(deps.db, campaign)).filter(
    ({ standing }) => standing !== 'accepted' && standing !== 'withdrawn',
  );
  const nameOf = (code: string) => parties.find((party) => party.code === code)?.name ?? code;
  const leads = new Set(tasks.map(({ lead }) => lead));
  const desks = [
    ...parties.filter(({ code }) => leads.has(code)).map((party) => deskPart(campaign, party, cadence.settleMs)),
    deskPart(campaign, { code: api.officeDesk, name: '领导小组办公室' }, cadence.settleMs),
    deskPart(campaign, { code: api.coordinatorsDesk, name: '质强办' }, cadence.settleMs),
  ];
  const parts = [...desks, ...tasks.map((task) => taskPart(campaign, task, nameOf(task.lead)))];
  await forEachOf(parts, 32, (part) => startPart(deps, part));
  return { tasks: tasks.length, desks: desks.length };
}

/** Starts a party's desk if it does not run yet. */
export async function startDesk(deps: Deps, campaign: string, code: string): Promise<void> {
  const party = await partyRow(deps.db, campaign, code);
  const { cadence } = await campaignRow(deps.db, campaign);
  await startPart(deps, deskPart(campaign, party ?? { code, name: code }, cadence.settleMs));
}

function taskPart(campaign: string, { number, title, lead }: TaskRow, leadName: string): Part {
  return {
    type: api.workflowTypes.task,
    workflowId: api.ids.task(campaign, number),
    input: { campaign, number, title, lead, leadName },
    summary: `任务${number} ${title}（${leadName}）`,
    attributes: [
      { key: api.searchAttributes.campaign, value: campaign },
      { key: api.searchAttributes.party, value: lead },
      { key: api.searchAttributes.taskNumber, value: number },
      { key: api.searchAttributes.standing, value: 'idle' },
    ],
  };
}

function deskPart(campaign: string, { code, name }: Pick<PartyRow, 'code' | 'name'>, settleMs: number): Part {
  return {
    type: api.workflowTypes.desk,
    workflowId: api.ids.desk(campaign, code),
    input: { campaign, desk: code, name, settleMs },
    summary: `文书：${name}`,
    attributes: [
      { key: api.searchAttributes.campaign, value: campaign },
      { key: api.searchAttributes.party, value: code },
    ],
  };
}

async function startPart({ client }: Deps, part: Part): Promise<void> {
  try {
    await client.workflow.start(part.type, {
      ...startOnce,
      workflowId: part.workflowId,
      args: [part.input],
      typedSearchAttributes: part.attributes ?? [],
      staticSummary: part.summary,
    });
  } catch (error) {
    // REJECT_DUPLICATE: it ran before and has ended, which is as good as started.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
