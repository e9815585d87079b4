import { describe, expect, it } from '@jest/globals';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  double,
  integer,
  option,
  record,
  string,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';
import { defaultCadence, briskCadence } from '../../../domain/cadence.js';
import { checkRegister } from '../../../config/register/check-register.js';
import { exportRegister } from '../../../config/register/export-register.js';
import type { RegisterContent } from '../../../config/register/register-hash.js';

/** Text as people write it, with what is awkward in YAML, in XML and in lists. */
const word: Arbitrary<string> = array(
  constantFrom('省', '质量', '（A）', ' ', '、', '，', '/', '"', "'", '<b>', '&amp;', '=1+1', '#', ': ', '- ', '_x0041_', '1', '％', '㎡', '😀', '*', '@', '年底'),
  { minLength: 1, maxLength: 6 },
).map((parts) => `甲${parts.join('')}乙`); // prettier-ignore
const prose = array(word, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const plain = string({ unit: constantFrom('甲', '乙', '丙', '丁', '戊', '己'), minLength: 3, maxLength: 8 });
const day = constantFrom('01-31', '02-28', '03-31', '06-30', '07-05', '09-30', '12-31');
const amount = double({ min: 0, max: 1e12, noNaN: true }).map(Math.abs);
const target = record({
  value: amount,
  unit: constantFrom('家', '%', '台（套）', '万户', '个百分点', '2 万'),
  kind: constantFrom('cumulative', 'stock', 'ratio', 'hold', 'reduce'),
  by: day,
  scope: option(prose, { nil: undefined }),
  above: option(double({ min: 1, max: 1e6, noNaN: true }), { nil: undefined }),
  steps: uniqueArray(record({ by: day, share: double({ min: 0, max: 1, noNaN: true }) }), {
    selector: ({ by }) => by,
    maxLength: 3,
  }),
}).map(({ value, unit, kind, by, scope, above, steps }) => {
  const days = steps.map((step) => step.by).filter((each) => each <= by);
  const shares = steps.map(({ share }) => share).toSorted((a, b) => a - b);
  const milestones = days.toSorted().map((each, index) => ({ by: each, value: value * (shares[index] ?? 1) }));
  return {
    value,
    unit,
    kind,
    by,
    ...(scope !== undefined && { scope }),
    ...(above !== undefined && { baseline: value + above }),
    ...(kind !== 'reduce' && milestones.length > 0 && { milestones }),
  };
});
const post = (at: string) => (n: number) => ({ name: `岗 ${at}`, email: `${at}${n}@ln.example` });

const raw = record({
  title: word,
  principles: uniqueArray(word, { minLength: 1, maxLength: 3 }),
  areas: uniqueArray(word, { minLength: 1, maxLength: 3 }),
  names: uniqueArray(plain, { minLength: 2, maxLength: 5 }),
  aliases: uniqueArray(word, { maxLength: 3 }),
  region: option(plain, { nil: undefined }),
  domains: option(uniqueArray(constantFrom('gxt.ln.example', 'a-b.example', 'kjt.gov.cn'), { minLength: 1 }), { nil: undefined }),
  phone: option(constantFrom('024-12345678转6', '13900000000、8601'), { nil: undefined }),
  relation: constantFrom('own', 'peer', 'party', 'mass', 'central'),
  tasks: array(record({ title: word, requirement: prose, goal: prose, lead: integer({ min: 0, max: 1 }), targets: array(target, { maxLength: 3 }) }), { minLength: 1, maxLength: 4 }),
  publish: constantFrom('approval', 'automatic'),
  cadence: constantFrom(defaultCadence, briskCadence, { ...defaultCadence, answerByDay: 24, callsAt: '14:30', settleMs: 5 }),
  quiet: constantFrom([], [{ from: '2026-08-01', to: '2026-08-10' }], [{ from: '2026-08-01', to: '2026-08-10', party: 'p1' }]),
}).map(({ title, principles, areas, names, aliases, region, domains, phone, relation, tasks, publish, cadence, quiet }) => ({
  cadence,
  quietDays: quiet,
  root: {
    campaign: { id: 'small', title, issuer: '省质强办', bulletin: '简报', principles, areas, office: post('office')(0), coordinators: [{ code: 'zqb1', ...post('zqb')(1) }, { code: 'zqb2', ...post('zqb')(2) }], publish },
    parties: names.map((name, n) => ({ code: `p${n}`, name, ...(n === 0 && { aliases, fullName: `${name}全称` }), kind: 'department', relation, ...(region !== undefined && { region }), ...(n === 0 && domains !== undefined && { mailDomains: domains }), liaisons: [{ ...post('a')(n), ...(phone !== undefined && { phone }) }, ...(n % 2 === 0 ? [post('b')(n)] : [])], ...(n > 0 && { head: post('head')(n) }) })),
    tasks: tasks.map(({ lead, ...task }, n) => ({ number: n + 1, area: areas[0], aspect: '方面', principle: principles[0], ...task,
      deadline: task.targets.map(({ by }) => by).reduce((last, by) => (by > last ? by : last), '05-31'), lead: `p${lead}`, support: n % 2 === 0 ? [`p${1 - lead}`] : [] })),
  },
})); // prettier-ignore

const contents = raw.map(({ root, cadence, quietDays }): RegisterContent | undefined => {
  const { campaign, parties, tasks, findings } = checkRegister(root);
  const wrong = findings.some(({ code }) => !['no-head', 'no-second-liaison', 'no-baseline', 'party-unused', 'one-coordinator'].includes(code)); // prettier-ignore
  if (campaign === undefined || wrong) return undefined;
  return { campaign, parties: parties.map(({ row }) => row), tasks: tasks.map(({ row }) => row), cadence, quietDays };
});

describe('a register written and read back', () => {
  it.each(['xlsx', 'yaml'] as const)('loses nothing as %s', async (form) => {
    let compared = 0;
    await assert(
      asyncProperty(contents, async (content) => {
        if (content === undefined) return;
        compared += 1;
        expect((await exportRegister(content, form)).lost).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(30);
  });
});
