import type { NewAnswer } from '../../record/store-answers.js';
import type { Deps } from '../deps.js';
import { saidBefore } from './new-rows.js';
import type { OpenedMail } from './open-mail.js';
import type { Trusted } from './origin.js';
import type { AnswerReading } from './read-answer-mail.js';

/**
 * Files that nobody has read yet count as received when they came (design.md, Standing): each task that the letter was
 * about and that still waits gets a version that says so, and its ladder stops. A coordinator enters what they say.
 */
export async function receivedFiles(
  { db }: Pick<Deps, 'db'>,
  { record }: OpenedMail,
  { place, sender: by }: Trusted,
  reading: AnswerReading,
): Promise<readonly NewAnswer[]> {
  const { toEnter } = reading;
  if (toEnter.length === 0) return [];
  const { campaign, round, party } = place;
  const { id: mail, receivedAt } = record;
  return (await waitingTasks(db, place, mail, reading)).map((task) => ({
    campaign,
    round,
    task,
    party,
    answerId: mail,
    channel: 'reply',
    by,
    receivedAt,
    content: { figures: [], toEnter },
    questions: [],
    mail,
  }));
}

/** Of the tasks a letter was about, those that its party has not answered in this round, or is to mend. */
async function waitingTasks(
  db: Deps['db'],
  place: Trusted['place'],
  mail: string,
  { asked, inLetter }: AnswerReading,
): Promise<readonly number[]> {
  const open = asked.filter(({ number, standing }) => inLetter.includes(number) && standing !== 'excused');
  const numbers = open.map(({ number }) => number);
  const answered = (await saidBefore(db, place, mail, numbers)).map(({ task }) => task);
  const isReturned = (task: (typeof open)[number]) => task.standing === 'returned' && task.round === place.round;
  return open.filter((task) => isReturned(task) || !answered.includes(task.number)).map(({ number }) => number);
}
