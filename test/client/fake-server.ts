import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type {
  BulletinEntry,
  BulletinTexts,
  CallList,
  CampaignEntry,
  ContactChangeEntry,
  ContactEntry,
  ContactFinding,
  ContactHolder,
  LetterDetail,
  MailEntry,
  ReportDraft,
  Status,
  TaskHistory,
} from '../../domain/board.js';
import type { FormLinkEntry } from '../../domain/form-links.js';
import type { EditedInWord, StoredCampaign, TakenAnswer } from '../../domain/office-requests.js';

export const apiKey = 'key-of-the-fake-server';

export const campaign: CampaignEntry = {
  id: 'small-2026',
  year: 2026,
  zone: 'Asia/Shanghai',
  title: '质量提升行动',
  state: 'running',
  tasks: 2,
  parties: 2,
  coordinators: [
    { code: 'zqb1', name: '值班员' },
    { code: 'zqb2', name: '联络员' },
  ],
};

export const status: Status = {
  campaign: 'small-2026',
  title: '质量提升行动',
  state: 'running',
  now: '2026-04-28T01:00:00Z',
  round: {
    id: '2026-2',
    state: 'open',
    opensAt: '2026-04-13T01:30:00Z',
    answerBy: '2026-04-27T09:00:00Z',
    closesAt: '2026-05-11T09:00:00Z',
  },
  counts: { answered: 1, overdue: 1 },
  parties: [
    { code: 'gxt', name: '省工业和信息化厅', tasks: 1, counts: { answered: 1 }, troubles: [] },
    { code: 'kjt', name: '省科技厅', tasks: 1, counts: { overdue: 1 }, troubles: ['联络员 A 信箱退信'] },
  ],
  tasks: [
    {
      number: 1,
      title: '重大装备攻关',
      lead: 'gxt',
      standing: 'answered',
      answerBy: null,
      round: '2026-2',
      version: 1,
    },
    { number: 2, title: '工地检查', lead: 'kjt', standing: 'overdue', answerBy: null, round: '2026-2', version: 0 },
  ],
  next: [{ at: '2026-04-30T01:30:00Z', what: '再催' }],
  waiting: { heldMail: 1, toEnter: 0, unsigned: 1, doubtful: 0, withheld: 0, draftBulletins: 1, contactChanges: 0 },
  letters: { sent: 4, waiting: 0, refused: 0 },
};

export const heldMail: MailEntry = {
  id: '3f9a1c0d2b4e6f703f9a1c0d2b4e6f703f9a1c0d2b4e6f703f9a1c0d2b4e6f70',
  receivedAt: '2026-04-26T08:12:00Z',
  from: 'wang@personal.example',
  subject: '进展\u001b[2J',
  kind: 'answer',
  state: 'held',
  party: 'kjt',
  campaign: 'small-2026',
  round: '2026-2',
  reasons: ['发件地址未登记'],
  toEnter: null,
};

export const escalation: LetterDetail = {
  id: 41,
  kind: 'escalation',
  desk: 'kjt',
  round: '2026-2',
  state: 'drafted',
  subject: '关于商请协调报送的函',
  to: ['kjt.head@ln.example'],
  cc: ['kjt.a@ln.example'],
  tasks: [2],
  plannedAt: '2026-05-08T01:30:00Z',
  sentAt: null,
  signedBy: null,
  failure: null,
  text: '省科技厅：',
  checks: [{ what: '无待核来信', passed: false, fact: '有1封来信尚待核对。' }],
};

const draft: BulletinEntry = {
  round: '2026-1',
  version: 2,
  issue: 1,
  state: 'draft',
  title: '质量提升行动简报第1期',
  composedAt: '2026-03-13T01:00:00Z',
  publishedAt: null,
  path: '/srv/bulletins/2026-1.html',
};

const contacts: readonly ContactEntry[] = ['gxt', 'kjt', 'gh'].map((party) => ({
  party,
  partyName: { gxt: '省工业和信息化厅', kjt: '省科技厅' }[party] ?? '省总工会',
  post: 'liaison-a',
  name: 'A',
  email: `${party}.a@ln.example`,
  phone: party === 'gxt' ? '024-00000301' : null,
  since: '2026-01-05T01:00:00Z',
  bouncedAt: null,
  askedAt: null,
  confirmedAt: null,
}));

const holders: readonly ContactHolder[] = [
  {
    post: 'liaison-a',
    name: 'A',
    email: 'kjt.a@ln.example',
    phone: null,
    since: '2026-04-05T01:00:00Z',
    until: null,
    changedBy: 'zqb1',
    why: '调离',
    bouncedAt: null,
    confirmedAt: '2026-04-14T01:00:00Z',
  },
];

const formLink: FormLinkEntry = {
  party: 'kjt',
  partyName: '省科技厅',
  version: 2,
  round: '2026-2',
  url: 'http://office.test/a/token-of-kjt',
  uses: [
    {
      address: '10.1.2.3',
      agent: 'Mozilla/5.0 (Windows NT 6.1) Chrome/69',
      firstAt: '2026-04-20T02:00:00Z',
      lastAt: '2026-04-21T02:00:00Z',
      opened: 3,
      submitted: 1,
    },
    {
      address: '*',
      agent: '',
      firstAt: '2026-04-22T02:00:00Z',
      lastAt: '2026-04-22T02:00:00Z',
      opened: 9,
      submitted: 0,
    },
  ],
};

const findings: readonly ContactFinding[] = [
  {
    urgency: 'now',
    kind: 'bounced',
    party: 'kjt',
    partyName: '省科技厅',
    post: 'liaison-a',
    email: 'kjt.a@ln.example',
    since: '2026-04-13T01:32:00Z',
    letters: [41],
    fact: '联络员A的信箱 kjt.a@ln.example 拒收（5.1.1）',
    todo: '电话核实后更正',
    command: ['contact', 'kjt', 'liaison-a', 'A', '新邮箱'],
  },
];

const task: TaskHistory = {
  number: 2,
  title: '工地检查',
  lead: 'kjt',
  standing: 'late',
  answerBy: '2026-04-27T09:00:00Z',
  round: '2026-2',
  version: 1,
  goal: '全年检查 60 家。',
  transitions: [
    {
      at: '2026-04-27T09:00:00Z',
      round: '2026-2',
      event: 'overdue',
      before: 'asked',
      after: 'overdue',
      lead: 'kjt',
      by: 'system',
      why: null,
    },
  ],
  letters: [
    {
      id: 40,
      at: '2026-04-28T01:30:00Z',
      round: '2026-2',
      kind: 'overdue',
      desk: 'kjt',
      state: 'sent',
      to: ['kjt.a@ln.example'],
      signedBy: null,
      failure: null,
    },
  ],
  calls: [
    {
      id: 3,
      at: '2026-04-27T06:10:00Z',
      round: '2026-2',
      party: 'kjt',
      by: 'zqb2',
      outcome: 'reached',
      said: { received: true, stuckAt: 'sign-off', expectedOn: '2026-04-28' },
      note: '',
    },
  ],
  mails: [
    {
      id: heldMail.id,
      at: '2026-03-01T08:12:00Z',
      round: '2026-1',
      party: 'kjt',
      kind: 'automatic',
      state: 'noted',
      from: 'kjt.a@ln.example',
      subject: '自动回复',
      reasons: [],
      decidedBy: null,
    },
  ],
  names: { gxt: '省工业和信息化厅', kjt: '省科技厅' },
  answers: [
    {
      round: '2026-2',
      version: 1,
      channel: 'reply',
      by: 'kjt',
      receivedAt: '2026-04-28T00:30:00Z',
      outcome: 'late',
      content: { figures: [{ target: 0, value: 21 }], progress: '已检查21家' },
      questions: [],
    },
  ],
};

export const calls: CallList = {
  campaign: 'small-2026',
  now: '2026-04-27T06:00:00Z',
  round: { id: '2026-2', answerBy: '2026-04-27T09:00:00Z', closesAt: '2026-05-11T09:00:00Z' },
  parties: [
    {
      code: 'kjt',
      name: '省科技厅',
      posts: [
        {
          post: 'liaison-a',
          name: '张三',
          phone: '024-00000401',
          email: 'kjt.a@ln.example',
          bouncedAt: '2026-04-22T01:30:00Z',
        },
        { post: 'section', name: '承办处室', phone: null, email: 'kjt.s@ln.example', bouncedAt: null },
      ],
      tasks: [{ number: 2, title: '工地检查', standing: 'asked' }],
      letters: [{ id: 12, kind: 'opening', sentAt: '2026-04-13T01:30:00Z' }],
      troubles: ['有 1 封来信待核。'],
      calls: task.calls,
    },
  ],
};

export const reportDraft: ReportDraft = {
  campaign: 'small-2026',
  rounds: ['2026-1', '2026-2'],
  due: [{ code: 'kjt', name: '省科技厅', tasks: [{ number: 2, title: '工地检查' }], letters: 8, calls: 2 }],
  close: [
    { code: 'gxt', name: '省工业和信息化厅', tasks: [{ number: 1, title: '重大装备攻关' }], letters: 0, calls: 0 },
  ],
  subject: '【专报代拟稿】1个单位连续两期未报',
  text: '关于双月调度连续未报情况的专报\n发函8次，电话2次',
  html: '<h1>专报</h1>',
};

const taken: TakenAnswer = {
  task: 2,
  version: 1,
  standing: 'late',
  outcome: 'late',
  questions: [{ task: 2, text: '累计数单位未写明。' }],
};

/** What a test may have the server hold instead. */
export interface ServerScript {
  readonly campaigns?: readonly CampaignEntry[];
  readonly status?: Status;
  readonly stored?: StoredCampaign;
  readonly texts?: BulletinTexts;
  readonly inWord?: EditedInWord;
  readonly findings?: readonly ContactFinding[];
  readonly changes?: readonly ContactChangeEntry[];
  readonly answers?: TaskHistory['answers'];
  readonly mail?: Partial<MailEntry>;
  readonly calls?: CallList;
  readonly report?: ReportDraft;
}

export interface Posted {
  readonly path: string;
  readonly body: unknown;
}

export interface FakeServer {
  readonly url: string;
  readonly posted: readonly Posted[];
  readonly asked: readonly string[];
  /** The bodies of its answers. */
  readonly said: readonly string[];
  readonly close: () => Promise<void>;
}

/** The JSON API on a free port: answers what it is told, remembers what it is asked. */
export async function startFakeServer(script: ServerScript = {}): Promise<FakeServer> {
  const posted: Posted[] = [];
  const asked: string[] = [];
  const said: string[] = [];
  const server = createAdaptorServer({ fetch: routes(script, posted, asked, said).fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    posted,
    asked,
    said,
    close: () => new Promise((resolve, reject) => server.close((problem) => (problem ? reject(problem) : resolve()))),
  };
}

function routes(script: ServerScript, posted: Posted[], asked: string[], said: string[]): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    asked.push(pathname + search);
    if (c.req.header('authorization') !== `Bearer ${apiKey}`)
      return c.json({ error: { code: 'unauthorized', message: '接口密钥不正确', where: 'header' } }, 401);
    if (c.req.method === 'POST') posted.push({ path: pathname, body: await c.req.json() });
    await next();
    said.push(await c.res.clone().text());
    return undefined;
  });
  app.onError((_, c) => c.json({ error: { code: 'failed', message: '服务器处理时出错', where: c.req.path } }, 500));
  app.get('/api/campaigns', (c) => c.json(script.campaigns ?? [campaign]));
  app.get('/api/status', (c) => c.json(script.status ?? status));
  app.get('/api/tasks/:number', (c) =>
    c.req.param('number') === '2'
      ? c.json({ ...task, answers: script.answers ?? task.answers })
      : c.json({ error: { code: 'not-found', message: `没有任务${c.req.param('number')}`, where: 'path' } }, 404),
  );
  app.get('/api/letters', (c) => c.json(c.req.query('kind') === 'bulletin' ? [] : [escalation]));
  app.get('/api/letters/:id/docx', (c) =>
    c.json({
      id: Number(c.req.param('id')),
      kind: 'escalation',
      number: '辽质强办函〔2026〕3号',
      addressee: '省科技厅',
      title: '=关于"商请"的函',
      date: '2026-05-08',
      pages: 3,
      file: Buffer.from('PK: a letter').toString('base64'),
    }),
  );
  app.get('/api/letters/:id', (c) => c.json({ ...escalation, id: Number(c.req.param('id')) }));
  app.get('/api/mail', (c) => c.json([heldMail]));
  app.get('/api/mail/:id', (c) => c.json({ ...heldMail, ...script.mail, id: c.req.param('id'), text: '正文' }));
  app.get('/api/files/:hash', (c) => c.body(`bytes of ${c.req.param('hash')}`));
  app.get('/api/links/:party', (c) => c.json(formLink));
  app.post('/api/links/revoke', (c) => c.json({ ...formLink, version: 3 }));
  app.get('/api/contacts', (c) => c.json(contacts.filter(({ party }) => (c.req.query('party') ?? party) === party)));
  app.get('/api/contacts/history', (c) => c.json(holders));
  app.get('/api/contacts/changes', (c) => c.json(script.changes ?? []));
  app.post('/api/contacts/changes/:id/refuse', (c) => c.json({ change: Number(c.req.param('id')) }));
  app.get('/api/contacts/check', (c) => c.json(script.findings ?? findings));
  app.get('/api/bulletins', (c) => c.json([{ ...draft, version: 1, state: 'returned' }, draft]));
  app.get('/api/bulletins/:round/:version/html', (c) => c.html('<h1>简报</h1><p>正文一</p>'));
  app.get('/api/bulletins/:round/:version/docx', (c) => c.body('PK\u0003\u0004 a document'));
  app.get('/api/bulletins/:round/:version/texts', (c) => c.json(script.texts ?? { title: '旧题目' }));
  app.post('/api/bulletins/:round/edits', (c) => c.json({ version: 3 }));
  app.post('/api/bulletins/:round/word-edits', (c) =>
    c.json(script.inWord ?? { outcome: 'saved', version: 3, findings: [] }),
  );
  app.post('/api/campaigns', (c) => c.json(script.stored ?? { outcome: 'saved' }));
  app.post('/api/answers', (c) => c.json(taken));
  app.get('/api/report', (c) => c.json(script.report ?? reportDraft));
  app.get('/api/calls', (c) => c.json(script.calls ?? calls));
  app.post('/api/calls', (c) => c.json({ call: 9 }));
  app.post('/api/contacts', (c) => c.json({ change: 7 }));
  return app;
}
