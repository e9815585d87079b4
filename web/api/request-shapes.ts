import { z } from 'zod';
import type { AnswerContent } from '../../domain/answer.js';
import type { CallAnswers } from '../../domain/call.js';
import type {
  AnswerOnBehalf,
  AskContactChange,
  EditBulletin,
  EditInWord,
  LogCall,
  RefuseContactChange,
  RevokeLink,
} from '../../domain/office-requests.js';
import { ratings, type Rating } from '../../domain/rating.js';
import { withoutUnsaid } from '../without-unsaid.js';

export const code = z.string().min(1).max(100);
export const day = z.iso.date();
export const words = z.string().trim().min(1).max(4_000);
export const postKind = z.enum(['liaison-a', 'liaison-b', 'section', 'office', 'head']);

const rating = z.custom<Rating>(
  (given) => typeof given === 'string' && Object.hasOwn(ratings, given),
  `应为 ${Object.keys(ratings).join('、')} 之一`,
);

const content = z
  .strictObject({
    rating: rating.optional(),
    figures: z.array(z.strictObject({ target: z.int().min(0), value: z.number() })).default([]),
    progress: words.optional(),
    cause: words.optional(),
    help: words.optional(),
    nextSteps: words.optional(),
    nextBy: day.optional(),
    evidence: words.optional(),
    completedOn: day.optional(),
    experience: words.optional(),
    unchanged: z.boolean().optional(),
    filledBy: words.optional(),
    signedOffBy: words.optional(),
  })
  .refine(({ figures, ...said }) => figures.length > 0 || Object.keys(said).length > 0, '报送内容是空的，至少要有一项')
  .transform((given): AnswerContent => withoutUnsaid(given));

export const answerOnBehalf = z
  .strictObject({
    campaign: code,
    round: code,
    task: z.int().min(1),
    content,
    by: code,
    via: words,
    mail: code.optional(),
  })
  .transform((given): AnswerOnBehalf => withoutUnsaid(given));

export const contactChange = z
  .strictObject({
    campaign: code,
    party: code,
    post: postKind,
    name: words,
    email: z.email(),
    phone: words.optional(),
    by: code,
    why: words.optional(),
  })
  .transform((given): AskContactChange => withoutUnsaid(given));

export const decision = z
  .strictObject({ campaign: code, by: code, why: words.optional() })
  .transform((given): Omit<RefuseContactChange, 'change'> => withoutUnsaid(given));

export const linkRevocation = z
  .strictObject({ campaign: code, party: code, by: code, why: words.optional() })
  .transform((given): RevokeLink => withoutUnsaid(given));

export const bulletinEdits = z
  .strictObject({
    version: z.int().min(1),
    edits: z.record(z.string().min(1), z.string()),
    naming: z.boolean().optional(),
    by: code,
    why: words.optional(),
  })
  .refine(({ edits, naming }) => naming !== undefined || Object.keys(edits).length > 0, {
    path: ['edits'],
    error: '没有任何改动',
  })
  .transform((given): EditBulletin => withoutUnsaid(given));

export const wordEdits = z
  .strictObject({
    file: z.base64().min(1),
    by: code,
    why: words.optional(),
    confirmFigures: z.boolean().optional(),
    leaveFixed: z.boolean().optional(),
  })
  .transform((given): EditInWord => withoutUnsaid(given));

const callAnswers = z
  .strictObject({
    received: z.boolean().optional(),
    stuckAt: z.enum(['section', 'sign-off', 'data', 'other']).optional(),
    expectedOn: day.optional(),
    wish: z.enum(['extension', 'contact']).optional(),
  })
  .transform((given): CallAnswers => withoutUnsaid(given));

export const call = z
  .strictObject({
    campaign: code,
    round: code,
    party: code,
    by: code,
    note: words.optional(),
    outcome: z.enum(['reached', 'no-answer', 'wrong-number']).optional(),
    said: callAnswers.optional(),
  })
  .transform((given): LogCall => withoutUnsaid(given))
  .refine(saysSomething, '接通的电话要写明结果：四项要点至少一项，或写备注');

function saysSomething({ note, outcome = 'reached', said = {} }: Pick<LogCall, 'note' | 'outcome' | 'said'>): boolean {
  return note !== undefined || outcome !== 'reached' || Object.keys(said).length > 0;
}
