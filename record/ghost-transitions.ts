import { sql } from 'kysely';
import type { Trx } from './schema.js';
import type { TaskTransition } from './transitions.js';

interface Ghost {
  readonly id: number;
  readonly campaign: string;
  readonly task: number;
  readonly round: string;
  readonly sequence: number;
  readonly event: string;
  readonly answer: string | null;
}

/**
 * Forgets lines of a turn that Temporal threw away. A local activity writes before its turn is recorded; when the turn
 * times out it is run again, later, and may decide otherwise under the same number. The later word is the task's own:
 * what the discarded one wrote is taken out, with its notices that have not left (docs/decisions/0002).
 */
export async function forgetGhosts(trx: Trx, written: readonly TaskTransition[]): Promise<void> {
  if (written.length === 0) return;
  const ghosts = await ghostsOf(trx, written);
  if (ghosts.length === 0) return;
  await deleteLines(trx, ghosts);
  await deleteNotices(trx, ghosts);
  await unaccountAnswers(trx, ghosts);
  await rewindTasks(trx, ghosts);
}

/** Lines from the number on whose line says something else than what is written now. */
async function ghostsOf(trx: Trx, written: readonly TaskTransition[]): Promise<readonly Ghost[]> {
  const rows = written.map(({ campaign, task, sequence, event, round, before, after, answer }) => ({
    campaign,
    task,
    sequence,
    said: saying({ event, round, before, after, answer: answer?.id ?? '' }),
  }));
  const { rows: ghosts } = await sql<Ghost>`
    select distinct line.id, line.campaign, line.task, line.round, line.sequence, line.event,
      line.detail -> 'answer' ->> 'id' as answer
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as word (campaign text, task integer, sequence integer, said text)
    join transition same on same.campaign = word.campaign and same.task = word.task and same.sequence = word.sequence
    join transition line on line.campaign = word.campaign and line.task = word.task and line.sequence >= word.sequence
    where concat_ws(' ', same.event, same.round, same.before, same.after, coalesce(same.detail -> 'answer' ->> 'id', ''))
      <> word.said`.execute(trx);
  return ghosts;
}

function saying(line: { event: string; round: string; before: string; after: string; answer: string }): string {
  return [line.event, line.round, line.before, line.after, line.answer].join(' ');
}

async function deleteLines(trx: Trx, ghosts: readonly Ghost[]): Promise<void> {
  const ids = ghosts.map(({ id }) => id);
  await trx.deleteFrom('transition').where('id', 'in', ids).execute();
}

/** A step's line bears the step's name; what left already cannot be called back. */
async function deleteNotices(trx: Trx, ghosts: readonly Ghost[]): Promise<void> {
  await sql`
    delete from notice
    using jsonb_to_recordset(${JSON.stringify(ghosts)}::jsonb) as ghost (campaign text, task integer, round text, event text)
    where notice.campaign = ghost.campaign and notice.task = ghost.task and notice.round = ghost.round
      and notice.step = ghost.event and notice.state in ('due', 'withheld')`.execute(trx);
}

async function unaccountAnswers(trx: Trx, ghosts: readonly Ghost[]): Promise<void> {
  await sql`
    update answer set accounted_at = null, outcome = null
    from jsonb_to_recordset(${JSON.stringify(ghosts)}::jsonb) as ghost (campaign text, task integer, answer text)
    where answer.campaign = ghost.campaign and answer.task = ghost.task and answer.answer_id = ghost.answer`.execute(
    trx,
  );
}

/** So that the word written now shows on the task's row. */
async function rewindTasks(trx: Trx, ghosts: readonly Ghost[]): Promise<void> {
  await sql`
    update task set sequence = ghost.sequence - 1
    from (
      select campaign, task, min(sequence) as sequence
      from jsonb_to_recordset(${JSON.stringify(ghosts)}::jsonb) as one (campaign text, task integer, sequence integer)
      group by campaign, task
    ) as ghost
    where task.campaign = ghost.campaign and task.number = ghost.task`.execute(trx);
}
