import type { ContactChangeEntry, LetterDetail, Status } from '../../domain/board.js';
import type { FormLink } from '../../domain/form-links.js';
import type { TakenAnswer } from '../../domain/office-requests.js';
import { hashOf } from '../../record/files.js';
import { createApp } from '../../web/app.js';
import type { AnswerForm, AskedTask, Submission } from '../../web/answer/answer-form.js';
import type { ContactsPage, NewHolder } from '../../web/contacts/contacts-desk.js';
import { readFormSheet } from '../../web/office/read-form-sheet.js';
import type { PageUse, WebDeps } from '../../web/web-deps.js';

export const apiKey = 'key-for-tests-0123456789';
export const publicUrl = 'http://office.test';
export const now = () => new Date('2026-04-20T02:05:00Z');
export const token = 'fgw-2026-2';
export const sheetSecret = 'a secret of sheets';
export const place = { campaign: 'demo', round: '2026-2', party: 'fgw' } as const;

export const task = (number: number, more: Partial<AskedTask> = {}): AskedTask => ({
  number,
  title: `重点产品质量监督抽查（${number}）`,
  goal: '全年完成重点工业产品监督抽查1800批次，不合格产品后处理率100%。',
  targets: [
    {
      value: 1800,
      unit: '批次',
      kind: 'cumulative',
      by: '12-10',
      scope: '全省各级监督抽查合计',
      last: { value: 900, round: '2026-1' },
    },
  ],
  deadline: '2026-12-10',
  standing: 'asked',
  answerBy: '2026-04-27T09:00:00Z',
  previous: null,
  current: null,
  ...more,
});

export const form = (more: Partial<AnswerForm> = {}): AnswerForm => ({
  campaign: 'demo',
  title: '辽宁省质量提升行动',
  issuer: '省质量强省工作领导小组办公室',
  phone: '024-96000000',
  zone: 'Asia/Shanghai',
  party: '省发展改革委',
  round: '2026-2',
  period: '2026-03/2026-04',
  cutoff: '2026-04-20',
  answerBy: '2026-04-27T09:00:00Z',
  closesAt: '2026-05-08T09:00:00Z',
  state: 'open',
  tasks: [task(17), task(18)],
  saved: null,
  ...more,
});

export interface FakeAnswers {
  readonly form: AnswerForm;
  readonly stored: Submission[];
  readonly kept: Buffer[];
  readonly uses: PageUse[];
}

/** Takes answers as the record does: the same answerId twice is one version. */
function fakeAnswers({ form: given, stored, kept, uses }: FakeAnswers): WebDeps['answers'] {
  let shown = given;
  const versions = new Map<number, string[]>();
  return {
    noteUse: async (_token, use) => {
      uses.push(use);
    },
    keepDraft: async (_token, draft) => {
      shown = { ...shown, saved: Object.keys(draft.fields).length > 0 ? draft : null };
    },
    readSheet: async (_token, upload) => readFormSheet({ ...place, version: 1 }, upload, sheetSecret),
    keepFile: async ({ name, bytes }) => {
      kept.push(bytes);
      return { name, hash: hashOf(bytes), bytes: bytes.length };
    },
    openForm: async (given) => {
      if (given === 'revoked') return { kind: 'revoked', why: '本单位联络员已变更，旧链接停用。' };
      return given === token ? { kind: 'form', form: shown } : { kind: 'forged' };
    },
    submitAnswers: async (submission) => {
      stored.push(submission);
      return submission.answers.map((answer): TakenAnswer => {
        const isCorrection = shown.tasks.some(({ number, current }) => number === answer.task && current !== null);
        const known = versions.get(answer.task) ?? (isCorrection ? ['the current one'] : []);
        if (!known.includes(answer.answerId)) known.push(answer.answerId);
        versions.set(answer.task, known);
        return {
          task: answer.task,
          version: known.indexOf(answer.answerId) + 1,
          standing: 'answered',
          outcome: shown.state === 'closed' ? 'afterClose' : 'answered',
          questions: [],
        };
      });
    },
  };
}

export const status: Status = {
  campaign: 'demo',
  title: '辽宁省质量提升行动',
  state: 'running',
  now: '2026-04-28T02:00:00Z',
  round: {
    id: '2026-2',
    state: 'open',
    opensAt: '2026-04-13T01:30:00Z',
    answerBy: '2026-04-27T09:00:00Z',
    closesAt: '2026-05-08T09:00:00Z',
  },
  counts: { answered: 78, late: 4, overdue: 15, escalated: 3, returned: 2, asked: 1, accepted: 3 },
  parties: [
    { code: 'fgw', name: '省发展改革委', tasks: 9, counts: { answered: 8, overdue: 1 }, troubles: [] },
    {
      code: 'gxt',
      name: '省工业和信息化厅',
      tasks: 7,
      counts: { answered: 5, late: 2 },
      troubles: ['联络员A休假（自动回复）'],
    },
    { code: 'kjt', name: '省科技厅', tasks: 4, counts: { escalated: 3, returned: 1 }, troubles: ['联络员A信箱退信'] },
  ],
  tasks: [
    {
      number: 21,
      title: '质量强县创建',
      lead: 'fgw',
      standing: 'overdue',
      answerBy: '2026-04-27T09:00:00Z',
      round: '2026-2',
      version: 0,
    },
  ],
  next: [
    { at: '2026-04-30T01:30:00Z', what: '再催：15项' },
    { at: '2026-05-07T01:30:00Z', what: '督办函拟稿' },
  ],
  waiting: { heldMail: 1, toEnter: 0, unsigned: 1, doubtful: 0, withheld: 1, draftBulletins: 1, contactChanges: 0 },
  letters: { sent: 61, waiting: 2, refused: 1 },
};

export const escalation: LetterDetail = {
  id: 41,
  kind: 'escalation',
  desk: 'kjt',
  round: '2026-2',
  state: 'drafted',
  subject: '关于商请协调报送质量提升行动有关任务进展情况的函',
  to: ['kjt.head@ln.example'],
  cc: ['kjt.liaison@ln.example'],
  tasks: [31, 32],
  plannedAt: '2026-05-07T01:30:00Z',
  sentAt: null,
  signedBy: null,
  failure: null,
  text: '辽宁省科学技术厅：\n　　按照双月调度安排，贵单位牵头的以下2项任务应于4月27日前报送第2次进展情况……',
  checks: [
    { what: '前次各函均送达', passed: true, fact: '3封均已送达，无退信。' },
    { what: '无待核来信', passed: false, fact: '有1封来信尚待核对。' },
  ],
};

const heldChange: ContactChangeEntry = {
  id: 5,
  party: 'kjt',
  partyName: '省科技厅',
  post: 'liaison-a',
  source: 'reply',
  state: 'held',
  name: '李四（<副处长>）',
  email: 'li@ln.example',
  phone: null,
  askedBy: 'kjt.a@ln.example',
  askedAt: '2026-04-26T08:12:00Z',
  effectiveOn: null,
  doubts: ['来信提出，须经协调员核定'],
  why: null,
  mail: '3f9a1c0d2b4e6f70',
  decidedBy: null,
  current: { name: '张三', email: 'kjt.a@ln.example', phone: null },
  replaced: null,
};

const formLink = (party: string): FormLink => ({
  party,
  partyName: '省科技厅',
  version: 2,
  round: '2026-2',
  token,
  uses: [],
});

const board: WebDeps['board'] = {
  campaigns: async () => [
    {
      id: 'demo',
      year: 2026,
      zone: 'Asia/Shanghai',
      title: '辽宁省质量提升行动',
      state: 'running',
      tasks: 106,
      parties: 35,
      coordinators: [{ code: 'zqb1', name: '质强办值班员' }],
    },
  ],
  status: async (campaign) => (campaign === 'demo' ? status : undefined),
  task: async () => undefined,
  letters: async ({ kind }) => (kind === 'escalation' ? [escalation] : []),
  letter: async (id) => (id === 41 ? escalation : undefined),
  mails: async () => [
    {
      id: '3f9a1c0d2b4e6f70',
      receivedAt: '2026-04-26T08:12:00Z',
      from: '王某 <wang@personal.example>',
      subject: '<script>alert(1)</script> 转报任务17进展',
      kind: 'answer',
      state: 'held',
      party: null,
      campaign: 'demo',
      round: '2026-2',
      reasons: ['发件地址未登记，但带有本期回信标记'],
      toEnter: null,
    },
  ],
  mail: async () => undefined,
  bulletins: async () => [
    {
      round: '2026-1',
      version: 2,
      issue: 1,
      state: 'draft',
      title: '106项任务整体序时推进，7项滞后需集中攻坚',
      composedAt: '2026-03-13T01:00:00Z',
      publishedAt: null,
      path: 'bulletins/2026-1.html',
    },
  ],
  letterPaper: async () => undefined,
  bulletinDocx: async (_campaign, _round, version) => (version === 9 ? undefined : Buffer.from('PK: a document')),
  bulletinPage: async () => '<!doctype html><title>简报</title>',
  bulletinTexts: async () => ({ title: '简报' }),
  journal: async () => [],
  report: async () => undefined,
  calls: async () => undefined,
  answerFile: async (_campaign, hash) => (hash === 'a'.repeat(64) ? Buffer.from('%PDF-1.7') : undefined),
  formLink: async (_campaign, party) => formLink(party),
  contacts: async () => [],
  contactHistory: async () => [],
  contactCheck: async () => [],
  contactChanges: async () => [heldChange],
};

export interface Orders {
  readonly signed: { readonly campaign: string; readonly letter: number; readonly by: string }[];
  readonly asked: object[];
}

function fakeOrders({ signed, asked }: Orders): WebDeps['orders'] {
  const ask = <Reply>(request: object, reply: Reply): Promise<Reply> => {
    asked.push(request);
    return Promise.resolve(reply);
  };
  return {
    storeCampaign: (request) => ask(request, { outcome: 'saved' }),
    answerOnBehalf: (request) =>
      ask(request, { task: request.task, version: 1, standing: 'answered', outcome: 'answered', questions: [] }),
    askContactChange: (request) => ask(request, { change: 7 }),
    refuseContactChange: (request) => ask(request, { change: request.change }),
    revokeLink: (request) => ask(request, formLink(request.party)),
    editBulletin: (request) => ask(request, { version: request.version + 1 }),
    editInWord: (request) => ask(request, { outcome: 'saved' as const, version: 3, findings: [] }),
    logCall: (request) => ask(request, { call: 3 }),
    signLetter: async (order) => {
      signed.push(order);
      return 'sent';
    },
  };
}

/** What liaisons said on their contacts page. */
export interface Said {
  readonly confirmed: (readonly number[])[];
  readonly handedOver: NewHolder[];
}

export const contactsLink = 'contacts-link';

function fakeContacts({ confirmed, handedOver }: Said): WebDeps['contacts'] {
  const entries = [
    { id: 11, post: 'liaison-a', name: '张三<b>', email: 'kjt.a@ln.example', confirmedAt: null },
    { id: 12, post: 'office', name: '综合处', email: 'kjt.office@ln.example', confirmedAt: '2026-02-10T01:00:00Z' },
  ] as const;
  const page: ContactsPage = {
    issuer: '省质量强省工作领导小组办公室',
    title: '辽宁省质量提升行动',
    phone: '024-86890001',
    zone: 'Asia/Shanghai',
    party: '省科技厅',
    own: 'liaison-a',
    ownPhone: '024-86890002',
    entries,
    until: '2026-05-30T01:00:00Z',
  };
  return {
    open: async (token) => {
      if (token === contactsLink) return { kind: 'page', page };
      return token === 'left' ? { kind: 'revoked', why: '该岗位的登记已经变更。' } : { kind: 'forged' };
    },
    confirm: async (_, shown) => {
      if (shown.length !== entries.length) return 'outdated';
      confirmed.push(shown);
      return 'confirmed';
    },
    handOver: async (_, holder) => {
      handedOver.push(holder);
      return holder.email.endsWith('@ln.example') ? 'applied' : 'held';
    },
  };
}

export interface Sent {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
}

export function fakePostOffice(letters: readonly Buffer[], sent: Sent[]): NonNullable<WebDeps['postOffice']> {
  const address = 'fgw.liaison@ln.example';
  return {
    mailboxes: async () => [{ address, count: letters.length, unread: 2, newestAt: '2026-04-20T01:30:00Z' }],
    holders: async () => [
      { address: 'zqb1@ln.example', unit: '质强办', post: '质强办值班员' },
      ...['联络员A', '联络员B', '承办处室', '单位办公室', '分管负责人'].map((name, index) => ({
        address: ['fgw.liaison', 'fgw.deputy', 'fgw.section', 'fgw.office', 'fgw.head'][index] + '@ln.example',
        unit: '省发展改革委',
        post: name,
      })),
    ],
    letters: async (of, { offset, limit }) => ({
      total: of === address ? 1000 : 0,
      letters:
        of === address
          ? Array.from({ length: Math.max(0, Math.min(limit, 1000 - offset)) }, (_, index) => ({
              id: String(offset + index),
              from: '省质量强省工作领导小组办公室',
              subject: '【质量提升行动】2026年第2次双月调度：请于4月27日前报送（2项）〔abcdefghijkl〕',
              receivedAt: '2026-04-13T01:30:00Z',
              unread: index < 2,
            }))
          : [],
    }),
    read: async (of, id) => {
      const raw = letters[Number(id)];
      return of === address && raw ? { raw, receivedAt: '2026-04-13T01:30:00Z' } : undefined;
    },
    send: async (raw, envelope) => {
      sent.push({ raw, envelope });
    },
  };
}

export function openOffice(shown: AnswerForm = form(), letters: readonly Buffer[] = []) {
  const stored: Submission[] = [];
  const kept: Buffer[] = [];
  const uses: PageUse[] = [];
  const orders: Orders = { signed: [], asked: [] };
  const sent: Sent[] = [];
  const problems: unknown[] = [];
  const said: Said = { confirmed: [], handedOver: [] };
  const deps: WebDeps = {
    answers: fakeAnswers({ form: shown, stored, kept, uses }),
    contacts: fakeContacts(said),
    entry: { open: async () => undefined, file: async () => undefined, enter: async () => [] },
    board,
    orders: fakeOrders(orders),
    postOffice: fakePostOffice(letters, sent),
  };
  const app = createApp({ deps, apiKey, publicUrl, now, onProblem: (problem) => problems.push(problem) });
  return { app, deps, stored, kept, uses, ...orders, ...said, sent, problems };
}

/** A form as our own page posts it. */
export function post(
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): RequestInit {
  return {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl, ...headers },
  };
}

/** Values of the hidden inputs on a page, by name. */
export function hiddenInputs(markup: string): Record<string, string> {
  const found = markup.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}
