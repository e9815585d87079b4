import { z } from 'zod';
import type { StoreCampaign } from '../../domain/office-requests.js';
import type { Register } from '../../domain/register.js';
import { withoutUnsaid } from '../without-unsaid.js';
import { code, day, words } from './request-shapes.js';

/** The register as data; its sense was checked where it was read from the file, here only its shape is. */
const post = z.strictObject({ name: words, email: z.email() });
const partyPost = post.extend({ phone: words.optional() }).transform(withoutUnsaid);
const monthDay = z.string().regex(/^\d\d-\d\d$/, '应为 MM-DD');
const ms = z.number().min(0);
const relation = z.enum(['own', 'peer', 'party', 'mass', 'central', 'city']);

const setup = z
  .strictObject({
    id: code,
    title: words,
    issuer: words,
    bulletin: words,
    principles: z.array(words),
    areas: z.array(words),
    zone: words,
    office: post,
    coordinators: z.array(z.strictObject({ code, name: words, email: z.email() })).min(1),
    bulletinTo: z.array(z.email()),
    phone: words.optional(),
    basis: words.optional(),
    publish: z.enum(['approval', 'automatic']),
    escalation: z.enum(['signed', 'automatic']),
  })
  .transform(withoutUnsaid);

const posts = z
  .strictObject({
    'liaison-a': partyPost.optional(),
    'liaison-b': partyPost.optional(),
    section: partyPost.optional(),
    office: partyPost.optional(),
    head: partyPost.optional(),
  })
  .transform(withoutUnsaid);

const party = z
  .strictObject({
    code,
    name: words,
    fullName: words,
    aliases: z.array(words),
    kind: z.enum(['department', 'city']),
    relation,
    region: words.optional(),
    mailDomains: z.array(words).optional(),
    posts,
  })
  .transform(withoutUnsaid);

const target = z
  .strictObject({
    value: z.number(),
    unit: words,
    kind: z.enum(['cumulative', 'stock', 'ratio', 'hold', 'reduce']),
    by: monthDay,
    scope: words.optional(),
    baseline: z.number().optional(),
    milestones: z.array(z.strictObject({ by: monthDay, value: z.number() })).optional(),
  })
  .transform(withoutUnsaid);

const task = z.strictObject({
  number: z.int().min(1),
  area: words,
  aspect: words,
  principle: words,
  title: words,
  requirement: z.string(),
  goal: words,
  lead: code,
  support: z.array(code),
  targets: z.array(target),
  deadline: monthDay,
});

const register = z.strictObject({
  campaign: setup,
  parties: z.array(party).min(1),
  tasks: z.array(task).min(1),
}) satisfies z.ZodType<Register>;

const time = z.string().regex(/^\d\d:\d\d$/, '应为 HH:mm');
const count = z.int().min(0);
const calendar = z.strictObject({
  kind: z.literal('calendar'),
  cutoffDay: count,
  decemberCutoffDay: count,
  answerByDay: count,
  decemberAnswerByDay: count,
  answerAt: time,
  lettersAt: time,
  lettersUntil: time,
  callsAt: time,
  openingBefore: count,
  reminderBefore: count,
  overdueAfter: count,
  secondOverdueAfter: count,
  escalationAfter: count,
  closesAfter: count,
  settleMs: ms,
});
const brisk = z.strictObject({
  kind: z.literal('brisk'),
  everyMs: ms,
  reminderMs: ms,
  answerByMs: ms,
  callsMs: ms,
  overdueMs: ms,
  secondOverdueMs: ms,
  escalationMs: ms,
  closesMs: ms,
  settleMs: ms,
  workdayMs: ms,
});

const quietDays = z
  .strictObject({ from: day, to: day, region: words.optional(), party: code.optional() })
  .transform(withoutUnsaid);

export const campaign = z.strictObject({
  id: z.string().regex(/^[\w-]{1,60}$/, '只能用字母、数字、下划线和连字符'),
  year: z.int().min(2000).max(2100),
  register,
  cadence: z.discriminatedUnion('kind', [calendar, brisk]),
  quietDays: z.array(quietDays),
  hash: z.string().regex(/^[0-9a-f]{64}$/, '应为 SHA-256 的十六进制小写'),
  anchoredAt: z.iso.datetime({ offset: true }),
  by: code,
}) satisfies z.ZodType<StoreCampaign>;
