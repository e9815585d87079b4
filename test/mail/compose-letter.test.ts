import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Relation } from '../../domain/register.js';
import { composeLetter } from '../../mail/compose/compose-letter.js';
import type { Letter } from '../../mail/compose/draft.js';
import type {
  LetterModel,
  LetterTask,
  BulletinModel,
  OpeningModel,
  OverdueModel,
  ReadBack,
  ReceiptModel,
} from '../../mail/compose/letter-model.js';
import { composeSigningSheet } from '../../mail/compose/signing-sheet.js';
import { replyMarker } from '../../mail/read/reply-marker.js';
import { campaign, escalation, parties, round, samples, tasks, zone } from './letter-samples.js';

const relations = Object.keys(parties) as Relation[];
const forbidden = /督查|责令|限期整改|严肃问责|通报批评|您|T\+|今天|明天|后天/;
const compose = (model: LetterModel): Letter => composeLetter(model, { zone });
/** What a reader sees of the HTML: no tags, no styles. */
const seen = ({ html }: Letter): string =>
  html
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<br\s*\/?>|<\/(p|td|th|tr|table|div)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '');

/** How an empty value shows: a brace, a JavaScript word, empty brackets, doubled stops, a label with nothing behind it. */
const flaw: readonly RegExp[] = [
  /[{}]|undefined|null|NaN|Invalid|\[object/,
  /（\s*）|“\s*”|《\s*》|〔\s*〕/,
  /，，|。。|；；|、、|，。|：。|；。/,
  /(联系人|签发人|口径|年度目标|读取内容|需补正|未填|需确认|提示)：\s*$/m,
  forbidden,
];

const flaws = (letter: Letter): readonly string[] => [
  ...[letter.subject, letter.text, seen(letter)].flatMap((text) => flaw.flatMap((pattern) => pattern.exec(text) ?? [])),
  ...(/[\r\n]/.exec(letter.subject) ?? []),
];

const without = <M extends LetterModel>(model: M, ...keys: readonly (keyof M)[]): M =>
  Object.fromEntries(Object.entries(model).filter(([key]) => !keys.includes(key as keyof M))) as unknown as M;

const kinds = Object.keys(samples(parties.peer));
const table = kinds.flatMap((kind) => relations.map((relation) => [kind, relation] as const));
const sample = (kind: string, relation: Relation): LetterModel => samples(parties[relation])[kind] as LetterModel;

describe('every letter to every relation', () => {
  it.each(table)('%s to %s prints no empty value and no forbidden word', (kind, relation) => {
    expect(flaws(compose(sample(kind, relation)))).toEqual([]);
  });

  it.each(table)('%s to %s says the same as text and as HTML', (kind, relation) => {
    const letter = compose(sample(kind, relation));
    const html = seen(letter)
      .replaceAll(/&quot;|&#39;/g, '"')
      .replaceAll(/\s+/g, '');
    const sentences = letter.text.split('\n').filter((line) => line.startsWith('　　'));
    const inBoth = sentences.filter((line) => html.includes(line.replaceAll(/\s+/g, '').replaceAll('"', '"')));
    expect(inBoth.length).toBeGreaterThanOrEqual(sentences.length - (kind === 'bulletin' ? 1 : 0));
  });

  it.each(table)('%s to %s has its foot or is internal', (kind, relation) => {
    const { text } = compose(sample(kind, relation));
    const internal = ['calls', 'report', 'note'].includes(kind) || (kind === 'escalation' && relation === 'own');
    expect(text.includes('不外发') || text.includes('系统不自动上报')).toBe(internal);
    expect(text.includes('联系人：质强办值班员　024-12345678')).toBe(!internal);
  });
});

describe('the bulletin’s letter', () => {
  const bulletin = sample('bulletin', 'peer') as BulletinModel;
  const names = (model: BulletinModel) => compose(model).attachments?.map(({ filename }) => filename);

  it('carries the page and the Word document', () => {
    const docx = Buffer.from('PK');
    expect(names({ ...bulletin, docx })).toEqual(['质量提升行动简报第2期.html', '质量提升行动简报第2期.docx']);
    expect(compose({ ...bulletin, docx }).attachments?.[1]?.content).toBe(docx);
  });

  it('of before there was one carries the page alone', () => {
    expect(names(bulletin)).toEqual(['质量提升行动简报第2期.html']);
  });
});

describe('answering', () => {
  it.each(['opening', 'reminder', 'overdue', 'second-overdue', 'escalation', 'receipt', 'return'])(
    '%s has the marker line at its top',
    (kind) => {
      const letter = compose(sample(kind, 'peer'));
      expect(letter.text.split('\n')[0]).toBe(replyMarker);
      expect(seen(letter).indexOf(replyMarker)).toBeLessThan(seen(letter).indexOf(campaign.issuer));
    },
  );

  it.each(['settled', 'unfounded', 'handover', 'calls', 'bulletin', 'report', 'note'])(
    '%s asks for no answer',
    (kind) => {
      expect(compose(sample(kind, 'peer')).text).not.toContain(replyMarker);
    },
  );
});

describe('conditions', () => {
  const opening = sample('opening', 'peer') as OpeningModel;
  it('no phone prints no phone', () => {
    const { phone: _, ...quiet } = campaign;
    const { text } = compose({ ...opening, campaign: quiet });
    expect(text).toContain('联系人：质强办值班员\n');
  });

  it('no coordinator and no phone prints no contact line', () => {
    const { phone: _, ...quiet } = campaign;
    const { text } = compose({ ...opening, campaign: { ...quiet, coordinators: [] } });
    expect(text).not.toContain('联系人');
  });

  it('points are numbered anew where supporting tasks are absent', () => {
    const { text } = compose({ ...opening, supporting: [] });
    expect(text).toContain('四、涉密');
    expect(text).not.toContain('五、');
    expect(text).not.toContain('配合');
  });

  it('accepted tasks are named only where there are some', () => {
    expect(compose(opening).text).toContain('已验收2项');
    expect(compose({ ...opening, accepted: 0 }).text).not.toContain('已验收');
  });

  it('a letter without a link offers the reply alone', () => {
    const { text, html } = compose(without(opening, 'link'));
    expect(text).not.toMatch(/链接/);
    expect(html).not.toContain('<a ');
    expect(text).toContain('回复本邮件');
  });

  it('a link is spelled out', () => {
    const { html } = compose(opening);
    expect(html).toContain(`href="${opening.link}"`);
    expect(html).toContain(`>${opening.link}</a`);
  });

  it('columns without any value are left out', () => {
    const { text } = compose({ ...opening, tasks: tasks.slice(1, 2) });
    expect(text).not.toContain('口径：');
    expect(text).not.toContain('上期累计  ');
  });

  it('tasks stand in register order', () => {
    const { text } = compose({ ...opening, tasks: tasks.toReversed() });
    expect(text.indexOf('首台')).toBeLessThan(text.indexOf('消费品工业'));
  });

  it('a reminder to a silent party does not say how much it reported', () => {
    const model = { ...sample('reminder', 'peer'), answered: 0 } as LetterModel;
    expect(compose(model).text).toContain('目前尚未收到贵单位报送，共3项');
  });

  it('an overdue letter names calls only where there were some', () => {
    const model = sample('overdue', 'peer') as OverdueModel;
    expect(compose(model).text).toContain('并于4月27日与联络员A电话联系');
    expect(compose({ ...model, calls: [] }).text).not.toContain('电话联系');
    expect(compose({ ...model, calls: [], sent: [] }).text).not.toContain('前期');
  });

  it('dates carry month, day, weekday and time in the zone', () => {
    expect(compose(opening).text).toContain('4月27日（星期一）17:00');
    const brisk = { ...opening, round: { ...round, answerBy: '2026-04-27T09:00:25Z' } };
    expect(compose(brisk).text).toContain('4月27日（星期一）17:00:25');
  });

  it('a draft 督办函 has neither number nor signer', () => {
    const { text } = compose(without(escalation(parties.peer), 'documentNo', 'signedBy'));
    expect(text).not.toContain('签发人');
    expect(text).not.toContain('文号：');
  });

  it('a 督办函 carries its annexes and only what happened', () => {
    const full = compose(escalation(parties.peer)).text;
    expect(full).toContain('附件2　通知、提示和联系记录');
    const bare = compose({ ...escalation(parties.peer), sent: [], calls: [] }).text;
    expect(bare).not.toContain('附件2');
    expect(bare).not.toContain('其间已');
  });

  it("the office's own bureau gets an internal note, not a 督办函", () => {
    const { subject, text } = compose(escalation(parties.own));
    expect(subject).toContain('内部工作提示');
    expect(text).not.toContain('分管负责同志');
    expect(text).not.toContain('（印章）');
  });

  it("a city's letter goes to its quality office, not to its government", () => {
    for (const kind of ['opening', 'overdue', 'escalation', 'settled']) {
      const { text } = compose(sample(kind, 'city'));
      expect(text).toContain('沈阳市质量强市工作领导小组办公室：');
      expect(text).not.toContain('人民政府');
    }
  });

  it.each<[Relation, string]>([
    ['peer', '盼予支持'],
    ['party', '商请于'],
    ['party', '请予支持为盼'],
    ['central', '商请协助于'],
    ['central', '感谢支持'],
    ['city', '特此函告'],
  ])('an opening to %s says %s', (relation, words) => {
    expect(compose(sample('opening', relation)).text).toContain(words);
  });

  it('other steps of the same instant ride along in the one table', () => {
    const { text, html } = compose(sample('second-overdue', 'peer'));
    expect(text).toContain('另，任务12的补正事项尚未反馈');
    expect(text).toContain('待补正');
    expect(html.match(/<th /g)?.length).toBe(6);
  });

  it('the signing sheet is not the letter', () => {
    const sheet = composeSigningSheet(escalation(parties.peer), [{ question: 'delivered', passed: true }], { zone });
    expect(sheet.text).toContain('☑ 前次各函均送达');
    expect(compose(escalation(parties.peer)).text).not.toContain('核对页');
    expect(flaws(sheet)).toEqual([]);
  });
});

describe('a receipt', () => {
  const receipt = sample('receipt', 'peer') as ReceiptModel;

  it('reads figures back with last and change', () => {
    expect(compose(receipt).text).toContain('累计1210批次（上期900，本期+310）');
    expect(compose(receipt).subject).toContain('认可1项，需确认1项，未填1项');
  });

  it('says what a correction changed', () => {
    const [first, ...others] = receipt.answers as [ReadBack, ...ReadBack[]];
    const before = { figures: [{ target: 1, value: 1100 }], progress: '已组织两批。' };
    const answers = [{ ...first, replaces: { version: 1, content: before } }, ...others];
    const { text } = compose({ ...receipt, answers });
    expect(text).toContain('较第1版：新填自评“序时推进”');
    expect(text).toContain('累计由1100批次改为1210批次');
    expect(compose(receipt).text).not.toContain('较第');
  });

  it('asks for what is missing until answerBy, later until the closing', () => {
    expect(compose(receipt).text).toContain('请于4月27日（星期一）17:00前补齐');
    expect(compose({ ...receipt, at: '2026-04-29T02:00:00Z' }).text).toContain('请于5月8日（星期五）17:00前补齐');
  });

  it('after the closing says that the standing stays', () => {
    const late = compose({ ...receipt, at: '2026-05-20T02:00:00Z' }).text;
    expect(late).toContain('已关闭');
    expect(late).not.toMatch(/补齐|填报链接/);
  });

  it('needs no answer when all is recognised', () => {
    const whole = compose({ ...receipt, answers: receipt.answers.slice(0, 1), missing: [], unclear: [] });
    expect(whole.text).toContain('如内容无误无需回复');
    expect(flaws(whole)).toEqual([]);
  });

  it('of an answer that says nothing readable is still whole', () => {
    const empty = { task: tasks[1] as LetterTask, content: { figures: [] }, questions: [] };
    expect(flaws(compose({ ...receipt, answers: [empty], missing: [] }))).toEqual([]);
  });
});

describe('hostile text', () => {
  it('is escaped in the HTML', () => {
    const title = '<script>alert(1)</script>&"\'';
    const letter = compose({ ...sample('opening', 'peer'), tasks: [{ ...tasks[0], title }] } as LetterModel);
    expect(letter.html).not.toContain('<script>');
    expect(letter.html).toContain('&lt;script&gt;');
  });

  it('cannot add a header line through a subject', () => {
    const model = { ...sample('note', 'peer'), notes: [{ text: '一\r\nBcc: x@y.z' }] } as LetterModel;
    expect(compose(model).subject).not.toMatch(/[\r\n]/);
  });
});

const han = fc.string({
  unit: fc.constantFrom(...'质量提升行动标准认证检测监管企业产品工程服务'.split('')),
  minLength: 1,
  maxLength: 30,
});
const moment = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const arbitraryTask: fc.Arbitrary<LetterTask> = fc.record(
  {
    number: fc.integer({ min: 1, max: 106 }),
    title: han,
    goal: fc.oneof(han, fc.constant('')),
    targets: fc.array(
      fc.record(
        {
          value: fc.double({ min: 0, max: 1e6, noNaN: true }),
          unit: fc.constantFrom('批次', '%', '家', '台（套）'),
          kind: fc.constantFrom('cumulative', 'stock', 'ratio', 'hold', 'reduce'),
          by: fc.constantFrom('12-31', '06-30'),
          scope: fc.oneof(han, fc.constant('')),
        },
        { requiredKeys: ['value', 'unit', 'kind', 'by'] },
      ),
      { maxLength: 3 },
    ),
    deadline: fc.constantFrom('12-31', '2026-09-30'),
    lastFigures: fc.array(fc.record({ target: fc.nat(2), value: fc.double({ min: 0, max: 1e6, noNaN: true }) })),
    lastRating: fc.constantFrom('done', 'onTrack', 'behind', 'notStarted', 'longTerm', 'adjust', 'separate'),
    answerBy: moment,
  },
  { requiredKeys: ['number', 'title', 'goal', 'targets', 'deadline'] },
);
const someTasks = fc.array(arbitraryTask, { minLength: 1, maxLength: 12 });

describe('arbitrary models', () => {
  const rewritten = fc.record({
    kind: fc.constantFrom(...kinds),
    relation: fc.constantFrom(...relations),
    tasks: someTasks,
    at: moment,
    answerBy: moment,
    closesAt: moment,
    bare: fc.boolean(),
  });
  const optional = [
    'link',
    'also',
    'supportBy',
    'sealed',
    'makeUpBy',
    'documentNo',
    'signedBy',
    'files',
    'unclear',
    'summary',
  ];
  const build = ({
    kind,
    relation,
    tasks: given,
    at,
    answerBy,
    closesAt,
    bare,
  }: typeof rewritten extends fc.Arbitrary<infer T> ? T : never): LetterModel => {
    const model = { ...samples(parties[relation])[kind], at, round: { ...round, answerBy, closesAt } } as Record<
      string,
      unknown
    >;
    if ('tasks' in model && kind !== 'handover') model['tasks'] = given;
    if (kind === 'return') model['items'] = given.map((task) => ({ task, why: task.goal }));
    if (bare) for (const key of optional) delete model[key];
    return model as unknown as LetterModel;
  };

  it('never print an empty value or a forbidden word', () => {
    fc.assert(
      fc.property(rewritten, (input) => expect(flaws(compose(build(input)))).toEqual([])),
      { numRuns: 400 },
    );
  });
});
