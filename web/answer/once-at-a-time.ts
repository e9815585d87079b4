import type { TakenAnswer } from '../../domain/office-requests.js';
import type { Submission } from './answer-form.js';

type Submit = (submission: Submission) => Promise<readonly TakenAnswer[]>;

/** A double click is one submission: the second request waits for the first. Across restarts the record's answerId holds. */
export function onceAtATime(submit: Submit): Submit {
  const underWay = new Map<string, Promise<readonly TakenAnswer[]>>();
  return (submission) => {
    const key = JSON.stringify([submission.token, submission.answers.map((answer) => answer.answerId)]);
    const first = underWay.get(key);
    if (first) return first;
    const taking = submit(submission).finally(() => underWay.delete(key));
    underWay.set(key, taking);
    return taking;
  };
}
