import { describe, expect, it } from '@jest/globals';
import { readRegister } from '../../../config/register/read-register.js';
import { briskCadence, defaultCadence } from '../../../domain/cadence.js';
import { smallRegister } from './small-register.js';

const withOption = (option: string) => readRegister(smallRegister.replace('  bulletinTo:', `  ${option}\n  bulletinTo:`), 'r.yaml'); // prettier-ignore

describe('what a register may leave out', () => {
  it('takes the office defaults', () => {
    const { register, cadence, quietDays } = readRegister(smallRegister, 'r.yaml');
    expect(register?.campaign).toMatchObject({ zone: 'Asia/Shanghai', publish: 'approval', escalation: 'signed' });
    expect(register?.campaign).not.toHaveProperty('phone');
    expect(cadence).toEqual(defaultCadence);
    expect(quietDays).toEqual([]);
  });

  it('a calendar cadence is merged over the default', () => {
    expect(withOption('cadence: { answerByDay: 26, answerAt: "12:00", callsAt: "11:00" }').cadence).toEqual({
      ...defaultCadence,
      answerByDay: 26,
      answerAt: '12:00',
      callsAt: '11:00',
    });
  });

  it('a brisk cadence is given in seconds', () => {
    const { cadence, problems } = withOption('cadence: { kind: brisk, everySeconds: 150, settleSeconds: 0.5 }');
    expect(problems).toEqual([]);
    expect(cadence).toEqual({ ...briskCadence, everyMs: 150_000, settleMs: 500 });
  });

  it('quiet days name their party by any name', () => {
    const { quietDays } = withOption('quietDays: [{ from: 2026-08-01, to: 2026-08-10, party: 省工信厅 }]');
    expect(quietDays).toEqual([{ from: '2026-08-01', to: '2026-08-10', party: 'gxt' }]);
  });

  it.each(['"024-12345678转6"', '024-12345678', '"13900000000（夜间）"'])('a post may be rung at %s', (phone) => {
    const { register, problems } = readRegister(smallRegister.replace(/(email: gxt\.a@[^ ]*) }/, `$1, phone: ${phone} }`), 'r.yaml'); // prettier-ignore
    expect(problems).toEqual([]);
    expect(register?.parties[0]?.posts['liaison-a']?.phone).toBe(phone.replaceAll('"', ''));
  });

  it('a key left empty is as if left out', () => {
    expect(withOption('phone:').register?.campaign).not.toHaveProperty('phone');
  });

  it.each(['gxt', '省工信厅', '省工业和信息化厅', '辽宁省工业和信息化厅', ' 省工信厅 ', '"省工信厅"'])(
    'a lead may be written %s',
    (name) => {
      const { register } = readRegister(smallRegister.replace('lead: gxt', `lead: ${name}`), 'r.yaml');
      expect(register?.tasks[0]?.lead).toBe('gxt');
    },
  );

  it('of several leads the first leads and the others support first', () => {
    const text = smallRegister.replace('lead: gxt\n    support: [kjt]', 'lead: [省科技厅, gxt]');
    const { register } = readRegister(text, 'r.yaml');
    expect(register?.tasks[0]).toMatchObject({ lead: 'kjt', support: ['gxt'] });
  });
});

describe('what deserves a look before a start', () => {
  it.each([
    ['a party without a head', /    head: .*\n/, '', '14:5 no-head'],
    ['a party with one liaison', /, \{ name: B, email: kjt[^}]*\}/, '', '22:5 no-second-liaison'],
    ['a city spoken to as a department', 'kind: department', 'kind: city', '19:15 kind-relation'],
    ['a lead among those who support', 'support: [kjt]', 'support: [gxt, kjt]', '39:15 repeated-support'],
    ['two posts with one address', 'gxt.head@', 'gxt.a@', '21:33 same-address'],
    ['a single coordinator', /.*zqb2.*\n/, '', '10:5 one-coordinator'],
    ['a reduction without baseline', 'kind: cumulative', 'kind: reduce', '40:15 no-baseline'],
    ['a party that no task names', /support: \[kjt\]([^]*)lead: 省科学技术厅/, 'support: []$1lead: gxt', '22:5 party-unused'], // prettier-ignore
  ])('%s', (_name, from, to, expected) => {
    const { warnings, problems, register } = readRegister(smallRegister.replace(from, to), 'r.yaml');
    expect(problems).toEqual([]);
    expect(register).toBeDefined();
    expect(warnings.map(({ code, line, column }) => `${line}:${column} ${code}`)).toContain(expected);
  });
});
