import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../config/register/read-register.js';
import { smallRegister } from './small-register.js';

const planted = (from: string, to: string): string => {
  const text = smallRegister.replace(from, () => to);
  if (text === smallRegister) throw new Error(`nothing to replace: ${from}`);
  return text;
};

const found = (text: string) =>
  readRegister(text, 'r.yaml').problems.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('a small register without mistakes', () => {
  it('reads without problems or warnings', () => {
    const { problems, warnings, register } = readRegister(smallRegister, 'r.yaml');
    expect([problems, warnings]).toEqual([[], []]);
    expect(register?.tasks.map(({ lead, support }) => [lead, support])).toEqual([
      ['gxt', ['kjt']],
      ['kjt', []],
    ]);
  });
});

describe('a planted mistake is found at its line and column', () => {
  it.each([
    ['a second task of one number', 'number: 2', 'number: 1', '42:13 duplicate-number'],
    ['a lead nobody knows', 'lead: gxt', 'lead: gtx', '38:11 unknown-party'],
    ['a supporter nobody knows', 'support: [kjt]', 'support: [省科技局]', '39:15 unknown-party'],
    ['a party code used twice', 'code: kjt', 'code: gxt', '22:11 duplicate-code'],
    ['a short name used twice', 'name: 省科技厅', 'name: 省工业和信息化厅', '23:11 duplicate-name'],
    ['an alias of another party', '[省科学技术厅]', '[省科学技术厅, 省工信厅]', '25:23 duplicate-name'],
    ['an address of another party', 'kjt.b@ln.example', 'GXT.A@ln.example', '28:72 duplicate-email'],
    ['an address without a domain', 'kjt.head@ln.example', 'kjt.head', '29:33 invalid-email'],
    ['a telephone without a number', 'gxt.a@ln.example }', 'gxt.a@ln.example, phone: 总机 }', '20:59 invalid-phone'],
    ['a bulletin address with a full-width sign', 'leaders@ln.example', 'leaders＠ln.example', '12:16 invalid-email'],
    ['a day that does not exist', 'deadline: 12-31', 'deadline: 02-30', '41:15 invalid-date'],
    ['a day with its year', 'deadline: 12-31', 'deadline: 2026-12-31', '41:15 invalid-date'],
    ['a leap day', 'by: 11-30', 'by: 02-29', '40:62 invalid-date'],
    ['an area not in the list', 'area: 产品质量', 'area: 产品质景', '32:11 unknown-area'],
    ['a principle not in the list', 'principle: 品牌推动', 'principle: 品牌', '45:16 unknown-principle'],
    ['a target without unit', 'unit: 台（套）, ', '', '40:15 missing-key'],
    ['a kind of target that does not exist', 'kind: cumulative, by', 'kind: total, by', '40:46 unknown-target-kind'],
    ['a target after the deadline', '    deadline: 12-31\n  - number: 2', '    deadline: 10-31\n  - number: 2', '40:62 target-after-deadline'], // prettier-ignore
    ['a target value in quotes', 'value: 20', 'value: "20"', '40:24 wrong-type'],
    ['a negative target', 'value: 20', 'value: -20', '40:24 invalid-number'],
    ['milestones out of order', 'by: 09-30', 'by: 05-31', '57:19 milestone-order'],
    ['a milestone after its target', 'by: 09-30, value: 45', 'by: 12-32, value: 45', '57:19 invalid-date'],
    ['a milestone beyond its target', 'value: 45', 'value: 65', '57:33 milestone-value'],
    ['no parties at all', smallRegister.slice(smallRegister.indexOf('parties:'), smallRegister.indexOf('tasks:')), '', '1:1 missing-section'], // prettier-ignore
    ['a key misspelt', 'aspect: 装备', 'aspekt: 装备', '33:5 unknown-key'],
    ['an unknown key', 'relation: peer\n    liaisons: [{ name: A, email: kjt', 'relation: peer\n    regions: x\n    liaisons: [{ name: A, email: kjt', '28:5 unknown-key'], // prettier-ignore
    ['an unclosed bracket', 'areas: [产品质量, 工程质量]', 'areas: [产品质量, 工程质量', '8:3 yaml-syntax'],
    ['a key written twice', 'aspect: 装备', 'aspect: 装备\n    aspect: 装备', '34:5 duplicate-key'],
    ['a tab as indent', '    lead: gxt', '\tlead: gxt', '38:1 tab'],
    ['a percent sign without quotes', 'unit: 家', 'unit: %', '52:15 yaml-syntax'],
    ['an alias without anchor', 'name: 省科技厅', 'name: *kjt', '23:11 unknown-alias'],
    ['text where a list belongs', 'aliases: [省工信厅]', 'aliases: 省工信厅', '17:14 wrong-type'],
    ['a list where text belongs', 'title: 工地检查', 'title: [工地, 检查]', '46:12 wrong-type'],
    ['a number where text belongs', 'issuer: 省质强办', 'issuer: 2026', '4:11 wrong-type'],
    ['a key left out', '    aspect: 装备\n', '', '31:5 missing-key'],
    ['a key left empty', 'goal: 全年检查 60 家。', 'goal:', '48:5 missing-key'],
    ['a fraction as number of a task', 'number: 2', 'number: 2.5', '42:13 invalid-number'],
    ['a relation that does not exist', 'relation: peer', 'relation: pear', '19:15 unknown-relation'],
    ['three liaisons', '{ name: B, email: kjt.b@ln.example }', '{ name: B, email: kjt.b@ln.example }, { name: C, email: kjt.c@ln.example }', '28:92 too-many-liaisons'], // prettier-ignore
    ['no liaison', '[{ name: A, email: kjt.a@ln.example }, { name: B, email: kjt.b@ln.example }]', '[]', '28:15 empty-value'], // prettier-ignore
    ['a code in capitals', 'code: kjt', 'code: KJT', '22:11 invalid-code'],
    ['a zone that does not exist', 'issuer: 省质强办', 'issuer: 省质强办\n  zone: Asia/Shenyang', '5:9 invalid-zone'],
    ['a coordinator code used twice', 'code: zqb2', 'code: zqb1', '11:15 duplicate-value'],
    ['a way to publish that does not exist', 'bulletinTo:', 'publish: never\n  bulletinTo:', '12:12 unknown-value'],
    ['steps of the ladder out of order', 'bulletinTo:', 'cadence: { secondOverdueAfter: 1 }\n  bulletinTo:', '12:34 cadence-order'], // prettier-ignore
    ['a time of day that does not exist', 'bulletinTo:', 'cadence: { answerAt: "25:00" }\n  bulletinTo:', '12:24 invalid-time'], // prettier-ignore
    ['brisk steps out of order', 'bulletinTo:', 'cadence: { kind: brisk, closesSeconds: 70 }\n  bulletinTo:', '12:42 cadence-order'], // prettier-ignore
    ['quiet days that end before they begin', 'bulletinTo:', 'quietDays: [{ from: 2026-08-10, to: 2026-08-01 }]\n  bulletinTo:', '12:39 quiet-days-order'], // prettier-ignore
    ['quiet days of an unknown party', 'bulletinTo:', 'quietDays: [{ from: 2026-08-01, to: 2026-08-10, party: nobody }]\n  bulletinTo:', '12:58 unknown-party'], // prettier-ignore
    ['quiet days of an unknown region', 'bulletinTo:', 'quietDays: [{ from: 2026-08-01, to: 2026-08-10, region: 辽东 }]\n  bulletinTo:', '12:59 unknown-region'], // prettier-ignore
    ['a second document', 'tasks:\n', '---\ntasks:\n', '30:1 yaml-syntax'],
    ['a line break in a name', 'name: 省科技厅', 'name: "省科\\n技厅"', '23:11 invalid-text'],
  ])('%s', (_name, from, to, expected) => {
    expect(found(planted(from, to))).toContain(expected);
  });

  it('all of many mistakes are told at once, in order', () => {
    const text = smallRegister
      .replace('number: 2', 'number: 1')
      .replace('lead: gxt', 'lead: gtx')
      .replace('kjt.head@ln.example', 'kjt.head')
      .replace('deadline: 12-31', 'deadline: 02-30');
    expect(found(text)).toEqual([
      '29:33 invalid-email',
      '38:11 unknown-party',
      '41:15 invalid-date',
      '42:13 duplicate-number',
    ]);
  });

  it('a single mistake is told once, not with echoes', () => {
    expect(found(planted('areas: [产品质量, 工程质量]', 'areas: [产品质量, 工程质量'))).toEqual(['8:3 yaml-syntax']);
    expect(found(planted('kjt.head@ln.example', 'kjt.head'))).toEqual(['29:33 invalid-email']);
    expect(found(planted('support: [kjt]', 'support: [kjt'))).toEqual(['40:5 yaml-syntax']);
    expect(found(planted('aspect: 装备', 'aspekt: 装备'))).toEqual(['33:5 unknown-key']);
    expect(found(planted('name: 省科技厅', 'name: *kjt'))).toEqual(['23:11 unknown-alias']);
  });

  it('a reference to a faulty party is no mistake', () => {
    expect(found(planted('relation: peer', 'relation: pear'))).toEqual(['19:15 unknown-relation']);
  });

  it('good rows are listed beside bad ones', () => {
    const { partial, register } = readRegister(planted('lead: gxt', 'lead: gtx'), 'r.yaml');
    expect(register).toBeUndefined();
    expect(partial.tasks.map(({ number }) => number)).toEqual([2]);
    expect(partial.parties.map(({ code }) => code)).toEqual(['gxt', 'kjt']);
    expect(partial.campaign?.id).toBe('small');
  });

  it('a misspelt party is met with the right one', () => {
    const [problem] = readRegister(planted('lead: gxt', 'lead: 省工信局'), 'r.yaml').problems;
    expect(problem?.message).toContain('“省工信厅”');
  });

  it('an unknown key is met with the right one', () => {
    const { problems } = readRegister(planted('aspect: 装备', 'aspekt: 装备'), 'r.yaml');
    expect(problems.find(({ code }) => code === 'unknown-key')?.message).toContain('aspect');
  });
});
