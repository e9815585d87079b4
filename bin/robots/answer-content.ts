import type { AnswerContent } from '../../domain/answer.js';
import { defaultCadence } from '../../domain/cadence.js';
import { cutoffOf } from '../../domain/calendar-plan.js';
import type { Rating } from '../../domain/rating.js';
import type { Task } from '../../domain/register.js';
import { parseRoundId, type RoundRef } from '../../domain/round-id.js';
import { dayShare, reached, shareOf } from '../../domain/target-share.js';
import { courseOf, figureOf } from './figure-series.js';
import { causePhrases, experiencePhrases, helpPhrases, nextStepPhrases, progressPhrases } from './phrases.js';
import { pick, type Random, randomFor } from './random.js';

/** What a department means to report on a task in a round; `writeAnswers` puts it into words. */
export function answerContent(seed: number, task: Task, round: string): AnswerContent {
  const ref = parseRoundId(round);
  const random = randomFor(seed, task.number, round, 'answer');
  const figures = task.targets.map((target, index) => ({
    target: index,
    value: figureOf({ seed, task: task.number, target, index }, round),
  }));
  if (courseOf(seed, task.number) === 'stalls' && ref.number % 2 === 0) return { figures, unchanged: true };
  const rating = ratingOf(seed, task, ref, figures);
  return {
    rating,
    figures,
    progress: progressOf(task, random),
    ...(rating === 'behind' || rating === 'notStarted' ? { cause: pick(random, causePhrases) } : {}),
    ...(rating === 'behind' && random() < 0.5 ? { help: pick(random, helpPhrases) } : {}),
    ...(rating === 'done' ? proofOf(task, ref) : nextOf(ref, random)),
    ...(random() < 0.06 ? { experience: pick(random, experiencePhrases) } : {}),
  };
}

function ratingOf(seed: number, task: Task, ref: RoundRef, figures: AnswerContent['figures']): Rating {
  const cutoff = cutoffOf(ref, defaultCadence);
  const last = `${ref.year}-${task.deadline}`;
  const dice = randomFor(seed, task.number, 'kind')();
  const [target] = task.targets;
  if (target !== undefined) {
    const value = figures[0]?.value ?? 0;
    if (reached(target, value)) return 'done';
    if (target.kind === 'ratio' || target.kind === 'hold') return 'onTrack';
    const lag = dayShare(cutoff, `${ref.year}-${target.by}`) - (shareOf(target, value) ?? 0);
    return lag > 0.1 ? 'behind' : 'onTrack';
  }
  if (dice < 0.08) return 'longTerm';
  if (cutoff >= last) return 'done';
  if (courseOf(seed, task.number) === 'behind') return ref.number === 1 ? 'notStarted' : 'behind';
  return 'onTrack';
}

/** Speaks of the task's own requirement, so that no two departments report the same. */
function progressOf({ requirement }: Task, random: Random): string {
  const [subject = ''] = requirement.split(/[，。；]/);
  return `围绕“${subject}”，${pick(random, progressPhrases)}`;
}

/** Proof that the task is done, dated before the figures were counted. */
function proofOf({ lead, number, deadline }: Task, ref: RoundRef): Pick<AnswerContent, 'completedOn' | 'evidence'> {
  const cutoff = cutoffOf(ref, defaultCadence);
  const last = `${ref.year}-${deadline}`;
  return {
    completedOn: cutoff < last ? cutoff : last,
    evidence: `辽质函（${lead}）〔${ref.year}〕${number}号`,
  };
}

/** Promised for the end of the next period's first month. */
function nextOf({ year, number }: RoundRef, random: Random): Pick<AnswerContent, 'nextSteps' | 'nextBy'> {
  const month = Math.min(12, number * 2 + 1);
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    nextSteps: pick(random, nextStepPhrases),
    nextBy: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  };
}
