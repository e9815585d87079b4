import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { differences } from '../../../config/register/difference.js';
import { readRegister } from '../../../config/register/read-register.js';
import { registerHash, type RegisterContent } from '../../../config/register/register-hash.js';
import { smallRegister } from './small-register.js';

const read = (text: string): RegisterContent => {
  const { register, cadence, quietDays, problems } = readRegister(text, 'r.yaml');
  if (register === undefined) throw new Error(JSON.stringify(problems));
  return { ...register, cadence, quietDays };
};

const small = read(smallRegister);
const edits: readonly (readonly [name: string, from: string | RegExp, to: string, where: string, command: string])[] = [
  ['another lead', 'lead: 省科学技术厅', 'lead: gxt', 'tasks.2.lead', 'shuangyue reassign 2 --to gxt --as 协调员代码 --why 事由'], // prettier-ignore
  ['another address', 'kjt.head@ln.example', 'new@ln.example', 'parties.kjt.posts.head', 'shuangyue contact kjt --post head --name 分管负责人 --email new@ln.example --as 协调员代码 --why 事由'], // prettier-ignore
  ['another name of a post', 'name: B, email: kjt', "name: 张 'B', email: kjt", 'parties.kjt.posts.liaison-b', "shuangyue contact kjt --post liaison-b --name '张 '\\''B'\\''' --email kjt.b@ln.example --as 协调员代码 --why 事由"], // prettier-ignore
  ['a task less', /  - number: 2[^]*/, '', 'tasks.2', 'shuangyue withdraw 2 --as 协调员代码 --why 事由'],
  ['a post less', /    head: .*\n/, '', 'parties.gxt.posts.head', '需新建行动'],
  ['another title', 'title: 工地检查', 'title: 工地抽查', 'tasks.2.title', '需新建行动'],
  ['another target', 'value: 60', 'value: 61', 'tasks.2.targets', '需新建行动'],
  ['another number', 'number: 2', 'number: 3', 'tasks.3', '需新建行动'],
  ['another code', /kjt\b(?!\.)/g, 'kjtt', 'parties.kjtt', '需新建行动'],
  ['another issuer', 'issuer: 省质强办', 'issuer: 市质强办', 'campaign.issuer', '需新建行动'],
  ['another cadence', 'bulletinTo:', 'cadence: { answerByDay: 24 }\n  bulletinTo:', 'campaign.cadence', '需新建行动'],
];

describe('differences of two registers', () => {
  it.each(edits)('%s comes with its command', (_name, from, to, where, command) => {
    const found = differences(small, read(smallRegister.replace(from, to)));
    expect(found).toContainEqual(expect.objectContaining({ where, command }));
  });

  it('a moved deadline points to a new campaign and to extend', () => {
    const [found] = differences(small, read(smallRegister.replace(/deadline: 12-31\n$/, 'deadline: 12-30\n').replace('by: 12-31', 'by: 12-30'))).filter(({ where }) => where === 'tasks.2.deadline'); // prettier-ignore
    expect(found).toMatchObject({ before: '12-31', after: '12-30' });
    expect(found?.command).toMatch(/^需新建行动.*shuangyue extend 2 /);
  });

  it('a new lead that the campaign does not know needs a new campaign', () => {
    const party = read(smallRegister.replaceAll('kjt', 'kjx'));
    const found = differences(small, party).find(({ where }) => where === 'tasks.2.lead');
    expect(found?.command).toBe('需新建行动');
  });

  it('the order of rows and the form of the file make none', () => {
    const text = smallRegister.replace('lead: 省科学技术厅', 'lead: kjt').replace('zone', 'zone');
    const same = read(`# 说明\n${text}`);
    const turned = { ...same, parties: same.parties.toReversed(), tasks: same.tasks.toReversed() };
    expect(differences(small, turned)).toEqual([]);
    expect(registerHash(turned)).toBe(registerHash(small));
  });

  it('there are none exactly when the hashes agree', () => {
    const edited = fc
      .subarray([...edits])
      .map((chosen) => chosen.reduce((text, [, from, to]) => text.replace(from, () => to), smallRegister));
    fc.assert(
      fc.property(edited, edited, (one, other) => {
        const [before, after] = [one, other].map((text) => readRegister(text, 'r.yaml'));
        fc.pre(before?.register !== undefined && after?.register !== undefined);
        const [old, young] = [one, other].map(read);
        if (old === undefined || young === undefined) throw new Error('two texts make two registers');
        expect(differences(old, young).length === 0).toBe(registerHash(old) === registerHash(young));
      }),
      { numRuns: 60 },
    );
  });
});
