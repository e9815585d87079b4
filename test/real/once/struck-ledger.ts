import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Selectable } from 'kysely';
import { simpleParser } from 'mailparser';
import type { AnswerTable, BulletinTable, LetterTable, MailTable, TaskTable } from '../../../record/schema.js';
import { type ArrivalsInput, ids, type IntakeInput, standingQuery } from '../../../workflows/api.js';
import type { StruckOffice } from './struck-office.js';

/** All that is known afterwards: by the record, by Temporal, by the relay and by the mailbox. */
export interface StruckLedger {
  readonly mails: readonly Selectable<MailTable>[];
  readonly answers: readonly Selectable<AnswerTable>[];
  readonly letters: readonly Selectable<LetterTable>[];
  readonly tasks: readonly Selectable<TaskTable>[];
  readonly bulletins: readonly Selectable<BulletinTable>[];
  readonly notes: readonly string[];
  /** Message-IDs as often as the relay took them. */
  readonly passed: readonly string[];
  readonly inbox: readonly string[];
  /** Message-IDs of what lies among the processed. */
  readonly processed: readonly string[];
  /** States of the workflows that a mail had, alone or with others, by the mail's id; one for each run. */
  readonly intakes: ReadonlyMap<string, readonly string[]>;
  /** Tasks whose workflow says another standing than the record. */
  readonly disagreeing: readonly string[];
}

export async function readStruckLedger({ record, relay, dovecot, client }: StruckOffice): Promise<StruckLedger> {
  const { db } = record;
  const tasks = await db.selectFrom('task').selectAll().orderBy('campaign').orderBy('number').execute();
  const intakes = new Map<string, string[]>();
  for await (const { workflowId, runId, status } of client.workflow.list({
    query: "WorkflowType in ('intake', 'arrivals')",
  }))
    for (const mail of await mailsOf(client, workflowId, runId))
      intakes.set(mail, [...(intakes.get(mail) ?? []), status.name]);
  const disagreeing: string[] = [];
  for (const { campaign, number, standing } of tasks) {
    const said = await client.workflow.getHandle(ids.task(campaign, number)).query(standingQuery);
    if (said.standing !== standing) disagreeing.push(`${campaign} ${number}: ${said.standing}, ${standing}`);
  }
  const processed = await Promise.all((await dovecot.mailsIn('Processed')).map((text) => simpleParser(text)));
  return {
    mails: await db.selectFrom('mail').selectAll().execute(),
    answers: await db.selectFrom('answer').selectAll().execute(),
    letters: await db.selectFrom('letter').selectAll().orderBy('id').execute(),
    tasks,
    bulletins: await db.selectFrom('bulletin').selectAll().execute(),
    notes: (await db.selectFrom('note').select('about').execute()).map(({ about }) => about),
    passed: relay.passed.map(({ messageId }) => messageId),
    inbox: await dovecot.mailsIn('INBOX'),
    processed: processed.map(({ messageId }) => messageId ?? ''),
    intakes,
    disagreeing,
  };
}

async function mailsOf(client: Client, workflowId: string, runId: string): Promise<readonly string[]> {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  const input = defaultPayloadConverter.fromPayload<IntakeInput | ArrivalsInput>(payload ?? {});
  return 'mails' in input ? input.mails : [input.mail];
}
