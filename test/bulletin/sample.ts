import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { AnswerContent } from '../../domain/answer.js';
import type { CampaignSetup, Party, Target, Task } from '../../domain/register.js';
import type { Mark, Standing } from '../../domain/standing.js';
import { rollUp } from '../../domain/roll-up.js';
import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import type { AccountedAnswer, RollUpInput, TaskReport } from '../../domain/roll-up/roll-up-input.js';

interface SampleRegister {
  readonly campaign: CampaignSetup;
  readonly parties: readonly Party[];
  readonly tasks: readonly (Omit<Task, 'targets'> & { readonly targets?: readonly Target[] })[];
}

const file = fileURLToPath(new URL('../../config/samples/liaoning-quality.yaml', import.meta.url));

/** The sample campaign's 106 tasks. */
export const register: SampleRegister = parse(readFileSync(file, 'utf8'));

const year = 2026;
const cutoffs = ['2026-02-20', '2026-04-20', '2026-06-20', '2026-08-20', '2026-10-20', '2026-12-10'];

/** The same numbers in 0 … 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const causes = [
  '省级统计数据按季度汇总，三季度数据尚未反馈。',
  '年初安排的专项资金8月底到位，项目启动较晚。',
  '与配合部门的职责分工正在会商，尚未形成书面意见。',
  '技术规范征求意见延长，评审会推迟。',
];
const helps = [
  '恳请协调财政部门在11月底前拨付剩余项目资金320万元。',
  '恳请协调统计部门按月共享行业数据，并明确数据口径。',
  '恳请明确进口环节与流通环节监管的责任划分。',
];
const progresses = [
  '已印发年度工作方案，召开专题调度会2次，现场核查重点企业18家。',
  '组织技术专家组赴沈阳、大连、鞍山开展帮扶，解决质量问题26个。',
  '完成中期评估，问题清单已反馈相关市，整改工作取得显著成效。',
  '制定省地方标准4项，宣贯培训620人次。',
  '开展联合检查，对不合格批次全部下架封存并约谈生产者。',
];
const steps = [
  '完成剩余批次的抽样和检验，公布核查处置结果',
  '组织专家评审，印发认定名单',
  '对问题企业开展回访，逐项销号',
  '召开部门联席会，明确责任清单',
];
const story =
  '省级统一抽样计划，市县按片区承检，检验数据当日上传平台，不合格信息自动推送属地核查。核查结果与企业信用档案关联，连续两次合格的企业降低抽查频次。前三季度不合格产品核查处置用时由21天缩短到12天。相关流程已编成操作手册，各市可直接使用。';

const silentLeads = ['txglj', 'gdj'];
const lateLeads = ['jrjg', 'tsw'];
const behindTasks = [3, 17, 29, 49, 66, 81, 95];
const longTermTasks = [58, 94, 99, 105];

function contentOf(task: Task, round: number, random: () => number): AnswerContent {
  const cutoff = cutoffs[round - 1] ?? '';
  const behind = behindTasks.includes(task.number) && round > 2;
  const share = Math.min(1, (dayNumber(cutoff) / 365) * (behind ? 0.7 : 0.95 + random() * 0.25));
  const figures = task.targets.map(({ value, kind }, target) => ({
    target,
    value:
      kind === 'ratio'
        ? Math.min(100, Math.round(value * (0.96 + random() * 0.05) * 10) / 10)
        : Math.floor(value * share),
  }));
  const done = !behind && (task.deadline < cutoff.slice(5) || random() < 0.05 * round);
  const capped = figures.map(({ target, value }) => ({
    target,
    value: done ? Math.max(value, task.targets[target]?.value ?? 0) : value,
  }));
  return {
    rating: done ? 'done' : behind ? (task.number === 95 ? 'notStarted' : 'behind') : rated(task),
    figures: capped,
    progress: progresses[Math.floor(random() * progresses.length)] ?? '',
    ...(behind ? { cause: causes[task.number % causes.length] ?? '', nextBy: '2026-11-30' } : {}),
    ...(behind && task.number % 3 === 0 ? { help: helps[task.number % helps.length] ?? '' } : {}),
    nextSteps: steps[Math.floor(random() * steps.length)] ?? '',
    ...(behind ? {} : { nextBy: '2026-12-10' }),
    ...(task.number === 22 ? { experience: story, evidence: '辽市监食〔2026〕31号' } : {}),
    ...(task.number === 45
      ? {
          experience:
            '以县域为单位建立养老机构质量互查机制，每季度交叉检查，结果在县级民政网站公布。互查发现的问题由同一组复查销号。',
        }
      : {}),
    filledBy: '联络员A',
    signedOffBy: '分管负责同志',
  };
}

const rated = (task: Task) => (longTermTasks.includes(task.number) ? ('longTerm' as const) : ('onTrack' as const));

function dayNumber(date: string): number {
  return (Date.parse(date) - Date.parse(`${year}-01-01`)) / 86_400_000 + 1;
}

function standingOf(task: Task, random: () => number): { standing: Standing; mark?: Mark } {
  if (silentLeads.includes(task.lead)) return { standing: 'missed' };
  if (task.number === 68) return { standing: 'excused' };
  if (lateLeads.includes(task.lead) || random() < 0.04) return { standing: 'late', mark: 'late' };
  return random() < 0.015 ? { standing: 'missed' } : { standing: 'answered', mark: 'answered' };
}

function reportOf(task: Task, round: number, random: () => number): TaskReport {
  const judged = standingOf(task, random);
  const content = contentOf(task, round, random);
  const answer: AccountedAnswer = {
    id: round * 1000 + task.number,
    version: task.number % 9 === 0 ? 2 : 1,
    party: task.lead,
    content,
    receivedAt: `${cutoffs[round - 1]}T0${1 + (task.number % 8)}:12:00.000Z`,
    channel: task.number % 4 === 0 ? 'form' : 'reply',
  };
  const overruled = task.number === 40 && judged.mark !== undefined;
  return {
    task,
    ...judged,
    ...(judged.mark === undefined ? {} : { answer }),
    ...(overruled ? { rating: 'behind' as const, ratingWhy: '货运数据未按月更新' } : {}),
  };
}

/** What the bulletin of a round is rolled up from, the rounds before it included; the same for the same seed. */
export function sampleInput(round: number, seed = 7, changed: Partial<RollUpInput> = {}): RollUpInput {
  const random = randomFrom(seed * 100 + round);
  const previous = round > 1 ? rollUp(sampleInput(round - 1, seed)) : undefined;
  const tasks = register.tasks.map((task): Task => ({ ...task, targets: task.targets ?? [] }));
  const reports = tasks.map((task) => reportOf(task, round, random));
  return {
    campaign: register.campaign,
    year,
    parties: register.parties,
    reports,
    round: { round: `${year}-${round}`, cutoff: cutoffs[round - 1] ?? '' },
    issue: round,
    totalIssue: round,
    issuedOn: cutoffs[round - 1]?.replace(/\d\d$/, '28') ?? '',
    ...(previous === undefined ? {} : { previous }),
    missedBefore:
      previous?.facts.tasks.filter(({ missedRounds }) => missedRounds > 0).map(({ number }) => number) ?? [],
    escalation: {
      escalated: reports.filter(({ standing }) => standing === 'missed').map(({ task }) => task.number),
      withheld: [],
      unsigned: [],
      unfounded: [],
    },
    naming: true,
    ...changed,
  };
}

/** The bulletin of October with everything in it. */
export function sampleModel(changed: Partial<RollUpInput> = {}): BulletinModel {
  return rollUp(sampleInput(5, 7, changed));
}
