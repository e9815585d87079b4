import { describe, expect, it } from '@jest/globals';
import { appliedChange as applied, contactChange as held, replaced } from './contact-change.js';
import { status } from './fake-server.js';
import { run } from './run-client.js';

const by = ['--as', 'zqb1'];
const desk = 'small-2026/desk/kjt';

describe('changes that parties ask for', () => {
  it('are listed with the commands that decide', async () => {
    const { code, out, server } = await run(['contacts', 'changes'], { server: { changes: [held] } });
    expect(code).toBe(0);
    for (const text of [
      '变更 5',
      '省科技厅联络员A',
      '张三 <kjt.a@ln.example> → 李四 024-86890002 <li@ln.example>',
      '来信提出',
    ])
      expect(out).toContain(text);
    for (const command of ['contacts approve 5', 'contacts refuse 5', 'mail show 3f9a']) expect(out).toContain(command);
    expect(server.asked.at(-1)).toBe('/api/contacts/changes?campaign=small-2026&waiting=true');
  });

  it('stand among what waits', async () => {
    const waiting = { ...status.waiting, contactChanges: 1 };
    const { out } = await run(['status'], { server: { status: { ...status, waiting }, changes: [held] } });
    expect(out).toContain('contacts approve 5');
  });
});

describe('a coordinator approves', () => {
  it('and the reply is settled with it', async () => {
    const { code, out, office } = await run(['contacts', 'approve', '5', ...by], { server: { changes: [held] } });
    expect({ code, out }).toEqual({ code: 0, out: '省科技厅联络员A改为 李四 <li@ln.example>。' });
    expect(office.ordered).toMatchObject([
      { to: desk, update: 'changeContact', said: { by: 'zqb1', post: 'liaison-a', change: 5 } },
      { update: 'release', said: { by: 'zqb1', campaign: 'small-2026', round: '2026-2', party: 'kjt' } },
    ]);
    expect(JSON.stringify(office.ordered)).not.toContain('li@ln.example');
  });

  it('and a reply that asks for more still waits', async () => {
    const mail = { reasons: ['提出变更联络员', '申请延期'] };
    const { out, office } = await run(['contacts', 'approve', '5', ...by], { server: { changes: [held], mail } });
    expect(out).toContain('别的事项待核');
    expect(office.ordered.map(({ update }) => update)).toEqual(['changeContact']);
  });

  it('only what is there', async () => {
    for (const given of ['6', 'x']) {
      const { code, err } = await run(['contacts', 'approve', given, ...by], { server: { changes: [held] } });
      expect(code).toBe(1);
      expect(err).toContain(`“${given}”`);
    }
  });
});

it('a coordinator refuses, with the reason', async () => {
  const { code, server } = await run(['contacts', 'refuse', '5', '--why', '查无此人', ...by]);
  expect(code).toBe(0);
  expect(server.posted).toEqual([
    { path: '/api/contacts/changes/5/refuse', body: { campaign: 'small-2026', by: 'zqb1', why: '查无此人' } },
  ]);
});

describe('a coordinator undoes', () => {
  it('and the holder before comes back', async () => {
    const { code, server, office } = await run(['contacts', 'undo', '5', ...by], { server: { changes: [applied] } });
    expect(code).toBe(0);
    const holder = { post: 'liaison-a', ...replaced };
    const body = { campaign: 'small-2026', party: 'kjt', ...holder, by: 'zqb1', why: '撤销变更5' };
    expect(server.posted).toEqual([{ path: '/api/contacts', body }]);
    expect(office.ordered).toMatchObject([{ to: desk, update: 'changeContact', said: { change: 7 } }]);
  });

  it.each([
    ['what never was applied', held, '没有生效'],
    [
      'what was changed since',
      { ...applied, current: { name: '王五', email: 'w@ln.example', phone: null } },
      '又有变动',
    ],
  ])('not %s', async (_, change, said) => {
    const { code, err } = await run(['contacts', 'undo', '5', ...by], { server: { changes: [change] } });
    expect(code).toBe(1);
    expect(err).toContain(said);
  });
});

describe('liaisons are asked to confirm', () => {
  it('one or all', async () => {
    const one = await run(['contacts', 'ask', '省科技厅', ...by]);
    expect(one.office.ordered).toEqual([{ to: desk, update: 'askContacts', said: { by: 'zqb1' } }]);
    const all = await run(['contacts', 'ask', '--all', ...by]);
    expect(all.office.ordered.map(({ to }) => to)).toEqual(['small-2026/desk/gxt', desk]);
  });

  it('and one that has none keeps nobody else waiting', async () => {
    const refusals = { 'small-2026/desk/gxt': '未登记联络员' };
    const { code, err, office } = await run(['contacts', 'ask', '--all', ...by], { office: { refusals } });
    expect(code).toBe(1);
    expect(err).toContain('省工业和信息化厅：未登记联络员');
    expect(office.ordered).toHaveLength(2);
  });

  it('but somebody is to be named', async () => {
    expect((await run(['contacts', 'ask', ...by])).code).toBe(1);
  });
});
