import type { CampaignSetup, Relation } from '../../domain/register.js';
import type {
  EscalationModel,
  LetterModel,
  LetterParty,
  LetterRound,
  LetterTask,
  SentLetter,
} from '../../mail/compose/letter-model.js';

export const zone = 'Asia/Shanghai';

export const campaign: CampaignSetup = {
  id: 'liaoning-quality',
  title: '辽宁省质量提升行动',
  issuer: '省质量强省工作领导小组办公室',
  bulletin: '质量提升行动简报',
  principles: ['标准引领'],
  areas: ['产品质量'],
  zone,
  office: { name: '省质量强省工作领导小组办公室负责人', email: 'office@ln.example' },
  coordinators: [{ code: 'zqb1', name: '质强办值班员', email: 'zqb1@ln.example' }],
  bulletinTo: ['leaders@ln.example'],
  phone: '024-12345678',
  basis: '《辽宁省质量提升行动方案（2026年）》',
  publish: 'approval',
  escalation: 'signed',
};

export const parties: Readonly<Record<Relation, LetterParty>> = {
  own: { name: '省市场监管局', fullName: '辽宁省市场监督管理局', kind: 'department', relation: 'own' },
  peer: { name: '省工业和信息化厅', fullName: '辽宁省工业和信息化厅', kind: 'department', relation: 'peer' },
  party: { name: '省委宣传部', fullName: '中共辽宁省委宣传部', kind: 'department', relation: 'party' },
  mass: { name: '省总工会', fullName: '辽宁省总工会', kind: 'department', relation: 'mass' },
  central: { name: '沈阳海关', fullName: '中华人民共和国沈阳海关', kind: 'department', relation: 'central' },
  city: { name: '沈阳市', fullName: '沈阳市人民政府', kind: 'city', relation: 'city' },
};

export const round: LetterRound = {
  round: '2026-2',
  period: '2026-03/2026-04',
  cutoff: '2026-04-20',
  opensAt: '2026-04-13T09:30:00+08:00',
  answerBy: '2026-04-27T17:00:00+08:00',
  closesAt: '2026-05-08T17:00:00+08:00',
};

export const tasks: readonly LetterTask[] = [
  {
    number: 1,
    title: '首台（套）重大装备攻关',
    goal: '全年认定省级首台（套）重大技术装备20台（套），半数以上形成企业标准。',
    targets: [{ value: 20, unit: '台（套）', kind: 'cumulative', by: '12-31', scope: '省级认定，不含市级' }],
    deadline: '12-31',
    lastFigures: [{ target: 0, value: 6 }],
    lastRating: 'onTrack',
  },
  {
    number: 3,
    title: '基础零部件可靠性排查',
    goal: '9月底前建立零部件质量短板清单，年底前对清单问题完成一轮销号核查。',
    targets: [],
    deadline: '2026-12-31',
    lastRating: 'notStarted',
  },
  {
    number: 12,
    title: '消费品工业增品种创品牌',
    goal: '9月底前发布升级和创新消费品清单，入选产品全部公开所执行的标准。',
    targets: [
      { value: 95, unit: '%', kind: 'ratio', by: '09-30' },
      { value: 1200, unit: '批次', kind: 'cumulative', by: '09-30' },
    ],
    deadline: '09-30',
    lastFigures: [
      { target: 0, value: 87.5 },
      { target: 1, value: 900 },
    ],
  },
];

const link = 'https://shuangyue.ln.example/answer/WzEsImRlbW8iLCIyMDI2LTIiLCJneHQiXQ.3q2-7wAAAAAAAAAAAAAAAA';

const sent: readonly SentLetter[] = [
  { kind: 'opening', sentAt: '2026-04-13T01:30:00Z', to: ['liaison-a'], cc: ['liaison-b'] },
  { kind: 'reminder', sentAt: '2026-04-22T01:30:00Z', to: ['liaison-a'], cc: ['liaison-b'] },
  { kind: 'overdue', sentAt: '2026-04-28T01:30:00Z', to: ['liaison-a', 'liaison-b'], cc: ['section'] },
];

const calls = [{ at: '2026-04-27T06:20:00Z', post: '联络员A', note: '数据未出，预计4月29日' }];

const from = (party: LetterParty, at: string) => ({ campaign, party, round, at });

export const escalation = (party: LetterParty): EscalationModel => ({
  ...from(party, '2026-05-06T01:30:00Z'),
  kind: 'escalation',
  tasks,
  sent,
  calls,
  documentNo: '辽质强办函〔2026〕12号',
  signedBy: '质强办值班员',
});

/** One full model of every kind. */
export const samples = (party: LetterParty): Readonly<Record<string, LetterModel>> => ({
  opening: {
    ...from(party, '2026-04-13T01:30:00Z'),
    kind: 'opening',
    tasks,
    link,
    leads: 5,
    accepted: 2,
    supporting: [
      { number: 4, title: '高端装备关键技术揭榜', lead: '省科技厅' },
      { number: 11, title: '获证企业证后核查', lead: '省市场监管局' },
    ],
    supportBy: '2026-04-22',
    sealed: true,
  },
  reminder: { ...from(party, '2026-04-22T01:30:00Z'), kind: 'reminder', tasks, link, answered: 2 },
  overdue: { ...from(party, '2026-04-28T01:30:00Z'), kind: 'overdue', tasks, link, sent: sent.slice(0, 2), calls },
  'second-overdue': {
    ...from(party, '2026-04-30T01:30:00Z'),
    kind: 'second-overdue',
    tasks: tasks.slice(0, 2),
    link,
    sent,
    calls,
    makeUpBy: '2026-05-06T17:00:00+08:00',
    also: [{ step: 'return-reminder', tasks: tasks.slice(2) }],
  },
  escalation: escalation(party),
  settled: {
    ...from(party, '2026-05-07T03:00:00Z'),
    kind: 'settled',
    tasks,
    reportedAt: '2026-05-07T02:41:00Z',
    documentNo: '辽质强办函〔2026〕12号',
  },
  unfounded: {
    ...from(party, '2026-05-07T03:00:00Z'),
    kind: 'unfounded',
    tasks: tasks.slice(0, 1),
    escalatedAt: '2026-05-06T01:30:00Z',
  },
  receipt: {
    ...from(party, '2026-04-24T02:00:00Z'),
    kind: 'receipt',
    receivedAt: '2026-04-24T01:58:00Z',
    channel: 'reply',
    files: ['佐证材料.pdf'],
    answers: [
      {
        task: tasks[2] as LetterTask,
        content: {
          rating: 'onTrack',
          figures: [
            { target: 0, value: 90 },
            { target: 1, value: 1210 },
          ],
          progress: '已组织三批次抽检，正在汇总企业公开标准情况。',
        },
        questions: [],
        outcome: 'answered',
      },
      {
        task: tasks[0] as LetterTask,
        content: { rating: 'onTrack', figures: [{ target: 0, value: 5 }], signedOffBy: '分管副厅长' },
        questions: [{ task: 1, text: '累计5台（套），小于上期6台（套），请核对是否更正口径' }],
        outcome: 'answered',
      },
    ],
    missing: tasks.slice(1, 2),
    unclear: ['来信第3段未写明任务序号，未登记，请注明后重报。'],
    link,
  },
  return: {
    ...from(party, '2026-04-29T02:00:00Z'),
    kind: 'return',
    items: [
      {
        task: tasks[0] as LetterTask,
        why: '填“序时推进”，累计为年度目标的31.0%，序时为66.7%，请改列状态或说明',
      },
    ],
    collected: 2,
    until: '2026-05-06T17:00:00+08:00',
    link,
  },
  handover: {
    ...from(party, '2026-04-20T02:00:00Z'),
    kind: 'handover',
    tasks: [{ number: 3, title: '基础零部件可靠性排查', to: '省国资委' }],
  },
  calls: {
    campaign,
    round,
    at: '2026-04-27T06:00:00Z',
    kind: 'calls',
    parties: [
      {
        party,
        posts: [
          { name: '联络员A', email: 'gxt.liaison@ln.example', phone: '024-87654321' },
          { name: '联络员B', email: 'gxt.deputy@ln.example' },
        ],
        tasks,
        troubles: ['联络员A自动回复：外出至4月30日'],
      },
      {
        party: parties.city,
        posts: [{ name: '联络员A', email: 'shenyang.liaison@ln.example' }],
        tasks: tasks.slice(0, 1),
      },
    ],
  },
  bulletin: {
    campaign,
    round,
    at: '2026-05-12T02:00:00Z',
    kind: 'bulletin',
    issue: 2,
    version: 2,
    title: '106项任务整体序时推进，7项滞后需集中攻坚',
    summary: '截至4月20日，106项任务已完成12项、序时推进80项、进展滞后7项、尚未启动7项。',
    page: '<!doctype html><html><head><style>.b{color:#333}</style></head><body><h2 class="b">一、总体情况</h2><p class="b">正文。</p></body></html>',
    link: 'https://shuangyue.ln.example/bulletin/2026-2',
  },
  report: {
    campaign,
    at: '2026-05-12T02:00:00Z',
    kind: 'report',
    parties: [{ party, rounds: ['2026-1', '2026-2'], tasks, letters: 8, calls: 2 }],
  },
  note: {
    campaign,
    at: '2026-04-28T02:00:00Z',
    kind: 'note',
    notes: [
      { topic: 'held', text: '来信 3f2a 发件人未登记，待核：mail show 3f2a' },
      { topic: 'bounce', text: '省财政厅联络员A邮箱退信（550 5.1.1），后续各步暂停' },
      { text: '省科技厅任务4申请延期至5月6日' },
    ],
  },
  'contacts-confirm': {
    campaign,
    party,
    at: '2026-01-20T02:00:00Z',
    kind: 'contacts',
    about: 'confirm',
    entries: [
      { post: 'liaison-a', name: '张三', email: 'zhang@ln.example', phone: '024-87654321' },
      { post: 'office', name: '综合处', email: 'office@gxt.ln.example' },
    ],
    link: 'https://shuangyue.ln.example/c/abc.def',
    until: '2026-02-19T02:00:00Z',
  },
  'contacts-welcome': {
    campaign,
    party,
    at: '2026-04-20T02:00:00Z',
    kind: 'contacts',
    about: 'welcome',
    post: 'liaison-a',
    open: { round, tasks: tasks.slice(0, 2), link },
  },
  'contacts-welcome-between': {
    campaign,
    party,
    at: '2026-05-20T02:00:00Z',
    kind: 'contacts',
    about: 'welcome',
    post: 'liaison-b',
  },
  'contacts-changed': {
    campaign,
    party,
    at: '2026-04-20T02:00:00Z',
    kind: 'contacts',
    about: 'changed',
    source: 'page',
    post: 'liaison-a',
    from: '张三',
    to: { name: '李四', email: 'li@ln.example' },
    linksStopped: true,
  },
});
