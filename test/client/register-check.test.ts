import { describe, expect, it } from '@jest/globals';
import { wordsIn } from '../../client/words.js';
import { registerReport, registerReportText } from '../../client/register-check.js';
import { readRegister } from '../../config/register/read-register.js';
import { smallRegister } from '../config/register/small-register.js';

const words = wordsIn('zh');
const report = (text: string) => registerReport(readRegister(text, 'r.yaml'));
const faulty = smallRegister.replace('lead: gxt', 'lead: gtx').replace(/    head: .*\n/, '');

describe('the report on a register', () => {
  it('of a good file lists everything', () => {
    const good = report(smallRegister);
    expect(good).toMatchObject({ ok: true, campaign: { id: 'small' }, problems: [], warnings: [] });
    expect(good.parties.map(({ code, name }) => [code, name])).toEqual([
      ['gxt', '省工业和信息化厅'],
      ['kjt', '省科技厅'],
    ]);
    expect(good.tasks[0]).toMatchObject({
      number: 1,
      title: '重大装备攻关',
      lead: 'gxt',
      support: ['kjt'],
      targets: [{ value: 20, unit: '台（套）', kind: 'cumulative', by: '11-30' }],
      deadline: '12-31',
    });
  });

  it('of a faulty file lists the good rows and the problems', () => {
    const { ok, tasks, parties, problems, warnings } = report(faulty);
    expect(ok).toBe(false);
    expect(tasks.map(({ number }) => number)).toEqual([2]);
    expect(parties).toHaveLength(2);
    expect(problems).toMatchObject([{ file: 'r.yaml', line: 37, column: 11, code: 'unknown-party' }]);
    expect(warnings).toMatchObject([{ file: 'r.yaml', line: 14, column: 5, code: 'no-head' }]);
  });

  it('of a file that holds nothing has no campaign', () => {
    expect(report('')).toMatchObject({ ok: false, campaign: null, parties: [], tasks: [] });
  });

  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(report(faulty)))).toEqual(report(faulty));
  });

  it('as text has a line for each problem and warning and one for the sum', () => {
    const lines = registerReportText(report(faulty), words).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^r\.yaml:37:11 unknown-party .*“gtx”.*“gxt”/);
    expect(lines[1]).toMatch(/^r\.yaml:14:5 no-head 提示：/);
    expect(lines[2]).toContain('1 个问题');
  });

  it('as text of a good file counts what is in it', () => {
    const text = registerReportText(report(smallRegister), words);
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toContain('2 项任务、2 个单位');
  });
});
