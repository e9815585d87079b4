import type { NewCampaign } from '../../record/campaigns.js';
import type { RoundPlan } from '../../domain/cadence.js';
import { briskCadence } from '../../domain/cadence.js';
import type { Party, Register, Task } from '../../domain/register.js';

/** Task n is led by party n modulo the number of parties; the last party of all leads nothing. */
export function sampleRegister({ parties = 3, tasks = 4 } = {}): Register {
  return {
    campaign: {
      id: 'sample',
      title: '示例行动',
      issuer: '省质强办',
      bulletin: '示例简报',
      principles: ['标准引领'],
      areas: ['产品质量'],
      zone: 'Asia/Shanghai',
      office: { name: '负责人', email: 'office@ln.example' },
      coordinators: [{ code: 'zqb1', name: '值班员', email: 'zqb1@ln.example' }],
      bulletinTo: ['leaders@ln.example'],
      publish: 'approval',
      escalation: 'signed',
    },
    parties: [...Array.from({ length: parties }, (_, index) => sampleParty(`p${index}`)), sampleParty('idle')],
    tasks: Array.from({ length: tasks }, (_, index) => sampleTask(index + 1, `p${index % parties}`)),
  };
}

function sampleParty(code: string): Party {
  return {
    code,
    name: `单位${code}`,
    fullName: `某省单位${code}`,
    aliases: [`别名${code}`],
    kind: code === 'p1' ? 'city' : 'department',
    relation: code === 'p1' ? 'city' : 'peer',
    ...(code === 'p1' ? { region: '沿海', mailDomains: ['p1.example'] } : {}),
    posts: {
      'liaison-a': { name: '联络员A', email: `${code}.Liaison@${code}.example` },
      head: { name: '分管负责人', email: `${code}.head@${code}.example` },
    },
  };
}

function sampleTask(number: number, lead: string): Task {
  return {
    number,
    area: '产品质量',
    aspect: '方面',
    principle: '标准引领',
    title: `任务${number}`,
    requirement: '要求',
    goal: '目标',
    lead,
    support: ['idle'],
    targets: [
      { value: 100, unit: '项', kind: 'cumulative', by: '12-31', milestones: [{ by: '06-30', value: 50 }] },
      { value: 0.95, unit: '%', kind: 'ratio', by: '12-31', scope: '口径' },
    ],
    deadline: number === 1 ? '06-30' : '12-31',
  };
}

export function sampleCampaign(id: string, size: { readonly parties?: number; readonly tasks?: number } = {}) {
  const campaign: NewCampaign = {
    id,
    year: 2026,
    register: sampleRegister(size),
    cadence: briskCadence,
    quietDays: [{ from: '2026-02-15', to: '2026-02-23' }],
    registerHash: 'hash-1',
    anchoredAt: '2026-01-05T01:00:00.000Z',
    by: 'zqb1',
  };
  return campaign;
}

export function sampleRound(round: string, month: string): RoundPlan {
  return {
    round,
    period: `2026-01/2026-${month}`,
    cutoff: `2026-${month}-20`,
    opensAt: `2026-${month}-09T09:30:00.000+08:00`,
    answerBy: `2026-${month}-25T17:00:00.000+08:00`,
    closesAt: `2026-${month}-28T17:00:00.000+08:00`,
    provisional: false,
    ladder: [
      { kind: 'opening', to: ['liaisons'], cc: [], at: `2026-${month}-09T09:30:00.000+08:00` },
      { kind: 'reminder', to: ['liaisons'], cc: [], at: `2026-${month}-20T09:30:00.000+08:00` },
      { kind: 'overdue', to: ['liaisons'], cc: ['section'], at: `2026-${month}-26T09:30:00.000+08:00` },
    ],
  };
}
