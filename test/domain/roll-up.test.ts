import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { AnswerContent } from '../../domain/answer.js';
import type { Rating } from '../../domain/rating.js';
import type { Mark, Standing } from '../../domain/standing.js';
import { rollUp } from '../../domain/roll-up.js';
import type { BulletinModel, Paragraph, Span, Table, Traced } from '../../domain/roll-up/bulletin-model.js';
import { forbiddenWords, numbersIn } from '../../domain/roll-up/plain-words.js';
import { isTraced, plain } from '../../domain/roll-up/prose.js';
import type { RollUpInput, TaskReport } from '../../domain/roll-up/roll-up-input.js';
import { sampleInput } from '../bulletin/sample.js';

const october = sampleInput(5);
const first = sampleInput(1);

const section = (model: BulletinModel, id: string) => model.sections.find((one) => one.id === id);
const table = (model: BulletinModel, id: string) =>
  model.sections
    .flatMap(({ blocks }) => blocks)
    .find((block): block is Table => block.kind === 'table' && block.id === id);
const paragraphs = (model: BulletinModel): readonly Paragraph[] => [
  model.title,
  model.summary,
  ...model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'paragraph')),
];
const textOf = (model: BulletinModel, id: string) => {
  const found = paragraphs(model).find((paragraph) => paragraph.id === id);
  return found === undefined ? undefined : plain(found.spans);
};
const spansOf = (model: BulletinModel): readonly Span[] => {
  const tables = [
    ...model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table')),
    model.annex,
  ];
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return [
    ...paragraphs(model).flatMap(({ spans }) => spans),
    ...cells.flatMap(({ spans, below }) => [...spans, ...(below ?? [])]),
  ];
};
const annexRow = (model: BulletinModel, task: number) =>
  model.annex.rows.find(({ key }) => key === String(task))?.cells.map(({ spans }) => plain(spans)) ?? [];

/** October with one task reported otherwise. */
function withTask(number: number, change: Partial<TaskReport>, from: RollUpInput = october): RollUpInput {
  const reports = from.reports.map((report) => (report.task.number === number ? { ...report, ...change } : report));
  return { ...from, reports };
}
function withAnswer(number: number, content: Partial<AnswerContent>, from: RollUpInput = october): RollUpInput {
  const report = from.reports.find(({ task }) => task.number === number);
  if (report?.answer === undefined) throw new Error(`task ${number} has no answer in the sample; choose another`);
  const answer = { ...report.answer, content: { ...report.answer.content, ...content } };
  return withTask(number, { answer }, from);
}
/** The same reports with nothing answered in time but what `keep` says. */
function withStandings(standing: (number: number) => Standing, from: RollUpInput = october): RollUpInput {
  const reports = from.reports.map(({ task, answer }): TaskReport => {
    const now = standing(task.number);
    const mark: { mark?: Mark } = now === 'answered' || now === 'late' ? { mark: now } : {};
    return { task, standing: now, ...mark, ...(answer === undefined ? {} : { answer }) };
  });
  return { ...from, reports };
}

const words = fc.constantFrom(
  '无',
  '完成核查12家。',
  '取得显著成效。完成抽检300批次，不合格7批次，已全部处置完毕。',
  '约30家企业参加，近百人受训，同比增长5%。',
  '资金尚未拨付，\n  <b>项目</b>启动较晚；数据滞后。',
  '一'.repeat(400),
);
const contents = fc.record(
  {
    rating: fc.constantFrom<Rating>('done', 'onTrack', 'behind', 'notStarted', 'longTerm', 'adjust', 'separate'),
    progress: words,
    cause: words,
    help: words,
    nextSteps: words,
    nextBy: fc.constantFrom('2026-11-30', '2026-09-01', '2027-03-31'),
    experience: words,
    evidence: fc.constant('辽质强办〔2026〕3号'),
    unchanged: fc.boolean(),
    figure: fc.option(fc.integer({ min: 0, max: 70_000 }), { nil: undefined }),
  },
  { requiredKeys: [] },
);
const standings = fc.constantFrom<Standing>(
  'answered',
  'answered',
  'late',
  'missed',
  'escalated',
  'returned',
  'excused',
  'accepted',
  'withdrawn',
  'idle',
);
const fates = fc.array(
  fc.record({
    standing: standings,
    mark: fc.constantFrom<Mark | undefined>(undefined, 'answered', 'late'),
    content: fc.option(contents, { nil: undefined }),
  }),
  { minLength: 106, maxLength: 106 },
);
const inputs = fc
  .record({ fates, naming: fc.boolean(), before: fc.boolean() })
  .map(({ fates: all, naming, before }) => {
    const { previous, ...input } = october;
    const reports = input.reports.map(({ task }, index): TaskReport => {
      const { standing = 'idle', mark, content } = all[index] ?? {};
      const { figure, ...said } = content ?? {};
      const figures = figure === undefined ? [] : task.targets.map((_, target) => ({ target, value: figure }));
      const answer = {
        id: 5000 + task.number,
        version: 1,
        party: task.lead,
        content: { ...said, figures },
        receivedAt: '2026-10-20T01:00:00Z',
        channel: 'reply' as const,
      };
      return { task, standing, ...(mark === undefined ? {} : { mark }), ...(content === undefined ? {} : { answer }) };
    });
    return { ...input, reports, naming, ...(before && previous !== undefined ? { previous } : {}) };
  });

const always = (holds: (model: BulletinModel, input: RollUpInput) => boolean) => () =>
  fc.assert(
    fc.property(inputs, (input) => holds(rollUp(input), input)),
    { numRuns: 60 },
  );

const status = (change: Partial<TaskReport>) => annexRow(rollUp(withTask(40, change)), 40)[3];
const missing = (number: number): Standing => (number === 41 || number === 48 ? 'missed' : 'answered');
const doubt = (fact: Partial<RollUpInput['escalation']>) => ({ escalation: { ...october.escalation, ...fact } });
const mixed = (number: number): Standing =>
  number <= 50 ? 'answered' : number <= 80 ? 'late' : number <= 100 ? 'missed' : 'excused';

const named = (change: Partial<RollUpInput>) =>
  textOf(rollUp({ ...withStandings(missing), missedBefore: [41], ...change }), 'reporting-naming');

describe('whatever parties report', () => {
  it('rows of table 1 sum to their tasks', () => {
    expect(
      always((model) =>
        (table(model, 'table-areas')?.rows ?? []).every(({ cells }) => {
          const [tasks, ...counts] = cells.slice(1).map(({ spans }) => Number(plain(spans)));
          return counts.reduce((sum, count) => sum + count, 0) === tasks;
        }),
      ),
    ).not.toThrow();
  });

  it('the total of table 1 is the register less what was withdrawn', () => {
    expect(
      always((model, { reports }) => {
        const total = table(model, 'table-areas')?.rows.at(-1)?.cells[1]?.spans ?? [];
        return Number(plain(total)) === reports.filter(({ standing }) => standing !== 'withdrawn').length;
      }),
    ).not.toThrow();
  });

  it('percentages of a row sum to exactly 100.0', () => {
    expect(
      always((model) =>
        (table(model, 'table-areas')?.rows ?? []).every(({ cells }) => {
          const tenths = cells
            .slice(2)
            .map(({ below }) => Math.round(Number(plain(below ?? []).replace('%', '')) * 10));
          return tenths.reduce((sum, share) => sum + share, 0) === 1000;
        }),
      ),
    ).not.toThrow();
  });

  it('every figure points to the answers of its tasks, and to no other', () => {
    expect(
      always((model) => {
        const answered = new Map(model.answers.map((answer) => [answer.task, `${answer.answer}:${answer.version}`]));
        const traced = spansOf(model).filter((span): span is Traced => isTraced(span));
        return traced.every(({ tasks, sources }) => {
          const wanted = new Set(tasks.flatMap((task) => answered.get(task) ?? []));
          const given = new Set(sources.map(({ answer, version }) => `${answer}:${version}`));
          return wanted.size === given.size && [...wanted].every((one) => given.has(one));
        });
      }),
    ).not.toThrow();
  });

  it('numbers outside a trace are only dates, task numbers, targets and the rules’ own', () => {
    expect(
      always((model) =>
        paragraphs(model)
          .flatMap(({ spans }) => spans.filter((span) => typeof span === 'string'))
          .every((text) => numbersIn(withoutNames(text)) === 0),
      ),
    ).not.toThrow();
  });

  it('a task without an answer shows no figure', () => {
    expect(
      always((model, { reports }) =>
        reports
          .filter(({ standing, answer }) => standing !== 'withdrawn' && (standing === 'missed' || answer === undefined))
          .every(({ task }) => /^(—|(未报|免报|已验收|未到调度)\/.+)$/.test(annexRow(model, task.number)[4] ?? '')),
      ),
    ).not.toThrow();
  });

  it('nothing forbidden, empty or broken is printed', () => {
    expect(
      always((model) => {
        const printed = spansOf(model).map((span) => plain([span]));
        const texts = paragraphs(model).map(({ spans }) => plain(spans));
        return (
          texts.every((text) => forbiddenWords(text).length === 0) &&
          printed.every((text) => !/undefined|null|NaN|Infinity|[{}]/.test(text))
        );
      }),
    ).not.toThrow();
  });

  it('texts keep to their lengths', () => {
    expect(
      always((model) => {
        const lengths = paragraphs(model).map(({ id, spans }) => ({ id, length: plain(spans).length }));
        const longest = (id: string) =>
          Math.max(0, ...lengths.filter((one) => one.id.startsWith(id)).map((one) => one.length));
        const area = (number: number) =>
          lengths.filter(({ id }) => id.startsWith(`area-${number}-`)).reduce((sum, { length }) => sum + length, 0);
        return (
          longest('summary') <= 120 &&
          longest('overall-arrivals') + longest('overall-progress') <= 250 &&
          longest('experience') <= 300 &&
          [1, 2, 3].every((number) => area(number) <= 200)
        );
      }),
    ).not.toThrow();
  });

  it('a paragraph on an area has at most three numbers', () => {
    expect(
      always((model) =>
        paragraphs(model)
          .filter(({ id }) => id.startsWith('area-'))
          .every(({ spans }) => numbersIn(plain(spans)) <= 3),
      ),
    ).not.toThrow();
  });

  it('table 3 has at most 15 rows, red lights first', () => {
    expect(
      always((model) => {
        const lights = (table(model, 'table-indicators')?.rows ?? []).map(
          ({ cells }) => cells.find((cell) => cell.light)?.light,
        );
        const afterRed = lights.slice(lights.findIndex((light) => light !== 'red'));
        return lights.length <= 15 && (lights.every((light) => light === 'red') || !afterRed.includes('red'));
      }),
    ).not.toThrow();
  });

  it('the model is plain JSON', () => {
    expect(
      always((model) => JSON.stringify(JSON.parse(JSON.stringify(model))) === JSON.stringify(model)),
    ).not.toThrow();
  });
});

describe('the rating that counts', () => {
  it.each([
    {
      what: 'the coordinator’s before the party’s',
      change: { rating: 'behind' as const },
      printed: '序时推进/进展滞后',
    },
    { what: 'both being the same', change: { rating: 'onTrack' as const }, printed: '序时推进' },
    { what: 'missed, though answered after closing', change: { standing: 'missed' as const }, printed: '未报' },
    { what: 'excused', change: { standing: 'excused' as const }, printed: '免报' },
  ])('$what: $printed', ({ change, printed }) => expect(status(change)).toBe(printed));

  it('is done for a task accepted in an earlier round', () => {
    const { task } = october.reports[39] ?? {};
    const accepted = {
      ...october,
      reports: october.reports.map((one) =>
        one.task === task && task ? { task, standing: 'accepted' as const } : one,
      ),
    };
    expect(annexRow(rollUp(accepted), 40)[3]).toBe('已完成');
    expect(textOf(rollUp(accepted), 'overall-arrivals')).toContain('应报105项');
  });
});

describe('how reports came in', () => {
  it('late stays late through return and acceptance', () => {
    for (const standing of ['returned', 'accepted'] as const) {
      const model = rollUp(withTask(1, { standing, mark: 'late' }));
      expect(annexRow(model, 1)[6]).toContain('逾期补报');
    }
  });

  it('counts in time, late, missed and excused to what was asked', () => {
    expect(textOf(rollUp(withStandings(mixed)), 'overall-arrivals')).toMatch(
      /应报106项，按期报送50项、逾期补报30项、未报20项、经批准免报6项，按期率50\.0%/,
    );
  });

  it('compares the on-time rate with the issue before', () => {
    const previous = rollUp(withStandings((number) => (number <= 53 ? 'answered' : 'missed'), sampleInput(4)));
    const now = withStandings((number) => (number <= 70 ? 'answered' : 'late'));
    expect(textOf(rollUp({ ...now, previous }), 'overall-arrivals')).toContain('按期率66.0%，较上期上升16.0个百分点');
  });

  it('compares nothing in the first issue', () => {
    expect(JSON.stringify(rollUp(first))).not.toContain('较上期');
  });

  it('prints 未报 where the issue before had a figure', () => {
    expect(annexRow(rollUp(sampleInput(4)), 22)[4]).toMatch(/^\d+\/58561批次$/);
    const model = rollUp(withStandings((number) => (number === 22 ? 'missed' : 'answered')));
    expect(annexRow(model, 22)[4]).toBe('未报/58561批次');
    expect(annexRow(model, 22)[5]).toBe('未报');
  });
});

describe('who is named', () => {
  it.each([
    { what: 'silent twice, agreed', change: {}, text: '连续2期未报的单位：省通信管理局；个别单位首次逾期未报。' },
    { what: 'silent twice, not agreed', change: { naming: false }, text: '1个单位连续2期未报；个别单位首次逾期未报。' },
    { what: 'silent once', change: { missedBefore: [] }, text: '个别单位首次逾期未报。' },
    { what: 'escalation withheld', change: doubt({ withheld: [41] }), text: '个别单位首次逾期未报。' },
    { what: 'escalation unfounded', change: doubt({ unfounded: [41] }), text: '个别单位首次逾期未报。' },
    { what: 'both in doubt', change: doubt({ withheld: [41], unfounded: [48] }), text: undefined },
  ])('$what: $text', ({ change, text }) => expect(named(change)).toBe(text));

  it('an unfounded escalation is not counted as one', () => {
    const escalation = { escalated: [41, 48], withheld: [], unsigned: [], unfounded: [48] };
    expect(textOf(rollUp({ ...withStandings(missing), escalation }), 'reporting-count')).toContain('经督办1项');
  });

  it('a letter that nobody signed is reported as unsigned', () => {
    const model = rollUp({ ...withStandings(missing), ...doubt({ unsigned: [41] }) });
    expect(textOf(model, 'reporting-count')).toContain('拟发督办函未签发1项');
    expect(model.notes.join('')).toContain('任务41：督办函未签发');
  });

  it('the annex never tells how long a party has been silent', () => {
    expect(annexRow(rollUp(october), 41)).toEqual(['41', '电信服务质量监督', '省通信管理局', '未报', '—', '—', '']);
  });
});

describe('sections', () => {
  const quiet = { ...first, reports: first.reports.map(({ task }): TaskReport => ({ task, standing: 'missed' })) };

  it('with nothing to say are absent', () => {
    expect(rollUp(quiet).sections.map(({ id }) => id)).toEqual(['overall', 'behind', 'indicators', 'reporting']);
  });

  it('about lagging tasks say so in one sentence when there are none', () => {
    expect(textOf(rollUp(quiet), 'behind-count')).toBe('已报送任务中无进展滞后和尚未启动任务。');
  });

  it('come in the skeleton’s order', () => {
    expect(rollUp(october).sections.map(({ id }) => id)).toEqual([
      'overall',
      'coordination',
      'behind',
      'areas',
      'indicators',
      'experience',
      'reporting',
      'next',
    ]);
  });

  it('asks for help only where help is asked', () => {
    const model = rollUp(withAnswer(1, { help: '无。' }));
    expect(textOf(model, 'coordination-1')).toBeUndefined();
  });

  it('counts rounds behind on from the issue before', () => {
    const rows = table(rollUp(october), 'table-behind')?.rows ?? [];
    const ofTask = (number: number) => plain(rows.find(({ key }) => key === String(number))?.cells[5]?.spans ?? []);
    expect(ofTask(17)).toBe('3');
    expect(ofTask(40)).toBe('5');
  });

  it('tells a party’s experience with who supplied it', () => {
    expect(textOf(rollUp(october), 'experience-2')).toMatch(/（省市场监管局供稿）$/);
  });

  it('leaves out a sentence with forbidden words and tells the coordinator', () => {
    const model = rollUp(withAnswer(22, { experience: '取得显著成效。检验数据当日上传平台。' }));
    expect(textOf(model, 'experience-2')).toBe('检验数据当日上传平台。（省市场监管局供稿）');
    expect(model.notes).toContain('任务22报送文字含“取得显著成效”，有关语句未采用，请核实后改写。');
  });

  it('promises nothing whose day has passed', () => {
    const past = october.reports.reduce(
      (input, { task, answer }) =>
        answer === undefined ? input : withAnswer(task.number, { nextBy: '2026-10-01' }, input),
      october,
    );
    expect(section(rollUp(past), 'next')).toBeUndefined();
  });
});

describe('a register with a lead that is no party', () => {
  it('is refused with the task and what to do', () => {
    const [report] = october.reports;
    if (report === undefined) throw new Error('the sample has no task; check config/samples');
    const reports = [{ ...report, task: { ...report.task, lead: 'nobody' } }];
    expect(() => rollUp({ ...october, reports })).toThrow(/任务1的牵头单位“nobody”不在单位名单中/);
  });
});

/** Titles of tasks and parties' names, dates, task numbers and fixed phrases of the rules. */
function withoutNames(text: string): string {
  return october.reports
    .reduce((left, { task }) => left.replaceAll(task.title, ''), text)
    .replaceAll(/\d+年|\d+月\d+日|任务\d+|按期率100%|连续2期|\d+项不再报送/g, '');
}

describe('a report that is a file nobody has read yet', () => {
  const unread = (number: number) => {
    const report = october.reports.find(({ task }) => task.number === number);
    if (report?.answer === undefined) throw new Error(`task ${number} has no answer in the sample; choose another`);
    const answer = { ...report.answer, content: { figures: [], toEnter: ['盖章件.pdf'] } };
    return withTask(number, { answer, standing: 'answered', mark: 'answered' });
  };
  const number = october.reports.find(({ answer, standing }) => answer !== undefined && standing === 'answered')?.task.number ?? 0; // prettier-ignore

  it('came in time and is told as such', () => {
    const model = rollUp(unread(number));
    expect(textOf(model, 'reporting-count')).toContain('1项已报送（附件待录入），进展未计入本期统计');
    expect(model.notes.join()).toContain(`任务${number}：来件仅有附件，内容尚未录入`);
  });

  it('has no rating and no figure', () => {
    const row = annexRow(rollUp(unread(number)), number);
    expect(row[3]).toBe('已报送（待录入）');
    expect(row[6]).toContain('附件待录入');
    expect(plain([...paragraphs(rollUp(unread(number)))].flatMap(({ spans }) => spans))).not.toContain('盖章件');
  });

  it('is not mentioned where everything was read', () => {
    expect(textOf(rollUp(october), 'reporting-count')).not.toContain('待录入');
  });
});
