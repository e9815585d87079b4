import { describe, expect, it } from '@jest/globals';
import { readRegisterWorkbook } from '../../../config/register/read-register-workbook.js';
import { sheetOf } from '../../sheets/sheet-of.js';
import { drop, put, rename, smallWorkbook, workbookOf, type SmallWorkbook } from './small-workbook.js';

const problemsOf = (change: (book: SmallWorkbook) => unknown) => {
  const book = smallWorkbook();
  change(book);
  return readRegisterWorkbook(workbookOf(book), 'r.xlsx').problems;
};

const found = (change: (book: SmallWorkbook) => unknown): string[] =>
  problemsOf(change).map(({ code, sheet, cell }) => `${sheet}!${cell} ${code}`);

const setting =
  (label: string, value: string) =>
  ({ settings }: SmallWorkbook) => {
    const row = settings.find(([first]) => first === label);
    if (row === undefined) settings.push([label, value]);
    else row[1] = value;
  };

describe('a planted mistake is found at its sheet and cell, and nothing else', () => {
  it.each<[string, (book: SmallWorkbook) => unknown, string]>([
    ['a second task of one number', ({ tasks }) => put(tasks, 2, '序号', 1), '任务台账!A3 duplicate-number'],
    ['a number in words', ({ tasks }) => put(tasks, 2, '序号', '二'), '任务台账!A3 wrong-type'],
    ['a fraction as number', ({ tasks }) => put(tasks, 2, '序号', 2.5), '任务台账!A3 invalid-number'],
    ['a task without number', ({ tasks }) => put(tasks, 2, '序号', ''), '任务台账!A3 missing-key'],
    ['a lead nobody knows', ({ tasks }) => put(tasks, 1, '牵头单位', '省工信局'), '任务台账!H2 unknown-party'],
    [
      'a supporter nobody knows',
      ({ tasks }) => put(tasks, 1, '配合单位', '省科技厅、省科委'),
      '任务台账!I2 unknown-party',
    ],
    ['no lead', ({ tasks }) => put(tasks, 1, '牵头单位', '—'), '任务台账!H2 missing-key'],
    ['an area not in the list', ({ tasks }) => put(tasks, 1, '质量领域', '产品质景'), '任务台账!B2 unknown-area'],
    ['a principle not in the list', ({ tasks }) => put(tasks, 2, '原则', '品牌'), '任务台账!D3 unknown-principle'],
    ['no requirement', ({ tasks }) => put(tasks, 2, '工作任务', ''), '任务台账!F3 missing-key'],
    ['a day nobody can read', ({ tasks }) => put(tasks, 1, '完成时限', '适时'), '任务台账!O2 invalid-date'],
    ['a day that does not exist', ({ tasks }) => put(tasks, 1, '完成时限', '2月30日'), '任务台账!O2 invalid-date'],
    ['two days in one cell', ({ tasks }) => put(tasks, 1, '完成时限', '6月底、年底'), '任务台账!O2 invalid-date'],
    ['a plain number as a day', ({ tasks }) => put(tasks, 1, '完成时限', 12), '任务台账!O2 invalid-date'],
    [
      'a target after the deadline',
      ({ tasks }) => put(tasks, 1, '完成时限', '10月底'),
      '任务台账!M2 target-after-deadline',
    ],
    ['a target in words', ({ tasks }) => put(tasks, 1, '量化目标', '明显提升'), '任务台账!J2 wrong-type'],
    ['two targets in one cell', ({ tasks }) => put(tasks, 2, '量化目标', '60家；8家'), '任务台账!J3 wrong-type'],
    [
      'a target of another unit than its column',
      ({ tasks }) => put(tasks, 2, '量化目标', '60个'),
      '任务台账!J3 wrong-type',
    ],
    ['a negative target', ({ tasks }) => put(tasks, 1, '量化目标', -60), '任务台账!J2 invalid-number'],
    ['a target without unit', ({ tasks }) => put(tasks, 2, '单位', ''), '任务台账!K3 missing-key'],
    ['a target without value', ({ tasks }) => put(tasks, 2, '量化目标', ''), '任务台账!J3 missing-key'],
    ['a target without kind', ({ tasks }) => put(tasks, 2, '指标类型', ''), '任务台账!L3 missing-key'],
    ['a kind of target that does not exist', ({ tasks }) => put(tasks, 2, '指标类型', '总量'), '任务台账!L3 unknown-target-kind'], // prettier-ignore
    ['a milestone nobody can read', ({ tasks }) => put(tasks, 2, '分期目标', '过半'), '任务台账!N3 wrong-type'],
    ['milestones out of order', ({ tasks }) => put(tasks, 2, '分期目标', '9月底：45；6月底：50'), '任务台账!N3 milestone-order'], // prettier-ignore
    [
      'a milestone beyond its target',
      ({ tasks }) => put(tasks, 2, '分期目标', '6月底：65'),
      '任务台账!N3 milestone-value',
    ],
    ['an area in a row that adds a target', ({ tasks }) => tasks.push(['', '工程质量', '', '', '', '', '', '', '', 5, '项', '累计']), '任务台账!B4 stray-cell'], // prettier-ignore
    ['a formula without its result', ({ tasks }) => put(tasks, 1, '量化目标', { kind: 'uncached', value: '=A1+1' }), '任务台账!J2 uncached-formula'], // prettier-ignore
    ['a formula that failed', ({ tasks }) => put(tasks, 1, '牵头单位', { kind: 'error', value: '#REF!' }), '任务台账!H2 cell-error'], // prettier-ignore
    ['a formula in a name of a party', ({ parties }) => put(parties, 2, '全称', { kind: 'uncached', value: '=B3' }), '单位通讯录!C3 uncached-formula'], // prettier-ignore
    ['a party code used twice', ({ parties }) => put(parties, 2, '代码', 'gxt'), '单位通讯录!A3 duplicate-code'],
    [
      'a short name used twice',
      ({ parties, tasks }) => [put(parties, 2, '单位名称', '省工业和信息化厅'), put(tasks, 1, '配合单位', 'kjt')],
      '单位通讯录!B3 duplicate-name',
    ],
    [
      'an alias of another party',
      ({ parties }) => put(parties, 2, '别名', '省科学技术厅、省工信厅'),
      '单位通讯录!D3 duplicate-name',
    ],
    ['an address of another party', ({ parties }) => put(parties, 2, '联络员B邮箱', 'GXT.A@ln.example'), '单位通讯录!J3 duplicate-email'], // prettier-ignore
    [
      'an address without a domain',
      ({ parties }) => put(parties, 2, '分管负责人邮箱', 'kjt.head'),
      '单位通讯录!L3 invalid-email',
    ],
    ['a head without address', ({ parties }) => put(parties, 2, '分管负责人邮箱', ''), '单位通讯录!L3 missing-key'],
    ['a party without name', ({ parties }) => [put(parties, 2, '单位名称', ''), put(parties, 2, '全称', ''), put(parties, 2, '别名', '省科技厅、省科学技术厅')], '单位通讯录!B3 missing-key'], // prettier-ignore
    [
      'a relation that does not exist',
      ({ parties }) => put(parties, 2, '关系', '友好'),
      '单位通讯录!F3 unknown-relation',
    ],
    [
      'a kind of party that does not exist',
      ({ parties }) => put(parties, 2, '类别', '企业'),
      '单位通讯录!E3 unknown-value',
    ],
    ['a code in capitals', ({ parties }) => put(parties, 2, '代码', 'KJT'), '单位通讯录!A3 invalid-code'],
    [
      'a number nobody can ring',
      ({ parties }) => parties.forEach((row, index) => row.splice(7, 0, ['电话', '转', ''][index])),
      '单位通讯录!H2 invalid-phone',
    ],
    ['a campaign without title', setting('行动名称', ''), '行动!B3 missing-key'],
    ['a code of the campaign in Chinese', setting('标识', '辽宁'), '行动!B2 invalid-code'],
    ['a setting misspelt', ({ settings }) => settings.push(['督办方试', '人工签发']), '行动!A11 unknown-key'],
    ['a setting written twice', ({ settings }) => settings.push(['行动名称', '另一个']), '行动!A11 duplicate-key'],
    ['a zone that does not exist', setting('时区', 'Asia/Shenyang'), '行动!B11 invalid-zone'],
    ['a way to publish that does not exist', setting('印发方式', '从不'), '行动!B11 unknown-value'],
    ['a coordinator without address', setting('调度员', 'zqb1 值班员'), '行动!B9 missing-key'],
    ['a coordinator code used twice', setting('调度员', 'zqb1 甲 <a@ln.example>；zqb1 乙 <b@ln.example>'), '行动!B9 duplicate-value'], // prettier-ignore
    ['a principle written twice', setting('工作原则', '标准引领、品牌推动、标准引领'), '行动!B6 duplicate-value'],
    ['steps of the ladder out of order', setting('再催', '1'), '行动!B11 cadence-order'],
    ['a time of day that does not exist', setting('发函时刻', '25:00'), '行动!B11 invalid-time'],
  ])('%s', (_name, change, expected) => {
    expect(found(change)).toEqual([expected]);
  });

  it('a column that is missing is one problem at the heading', () => {
    expect(found(({ tasks }) => drop(tasks, '牵头单位'))).toEqual(['任务台账!A1 missing-column']);
    expect(found(({ tasks }) => drop(tasks, '完成时限'))).toEqual(['任务台账!A1 missing-column']);
  });

  it('two columns of one heading are a problem at the second', () => {
    expect(found(({ tasks }) => rename(tasks, '配合单位', '牵头单位'))).toEqual(['任务台账!I1 duplicate-key']);
  });

  it('a date of another year is found among the others', () => {
    const change = ({ tasks }: SmallWorkbook): void => {
      put(tasks, 1, '完成时限', '2027年12月底');
      put(tasks, 1, '目标时限', '2026年11月底');
      put(tasks, 2, '完成时限', '2026年12月底');
    };
    expect(found(change)).toEqual(['任务台账!O2 other-year']);
  });

  it('quiet days that end before they begin', () => {
    const quiet = sheetOf('静默期', [['首日', '末日', '单位'], ['2026年8月10日', '2026-08-01', '省科技厅']]); // prettier-ignore
    const { problems } = readRegisterWorkbook(workbookOf(smallWorkbook(), quiet), 'r.xlsx');
    expect(problems).toMatchObject([{ code: 'quiet-days-order', sheet: '静默期', cell: 'B2', line: 2, column: 2 }]);
  });

  it('a copied sheet doubles every task at the later cells', () => {
    const copy = sheetOf('任务台账 (2)', smallWorkbook().tasks);
    const { problems } = readRegisterWorkbook(workbookOf(smallWorkbook(), copy), 'r.xlsx');
    expect(problems.map(({ code, sheet, cell }) => `${sheet}!${cell} ${code}`)).toEqual([
      '任务台账 (2)!A2 duplicate-number',
      '任务台账 (2)!A3 duplicate-number',
    ]);
    expect(problems[0]?.message).toContain('“任务台账”的 A2');
  });

  it('all of many mistakes are told in the order of sheets and rows', () => {
    const change = ({ settings, tasks, parties }: SmallWorkbook): void => {
      put(parties, 2, '代码', 'gxt');
      put(tasks, 2, '完成时限', '适时');
      put(tasks, 1, '牵头单位', '省工信局');
      settings.push(['时区', '月球']);
    };
    expect(found(change)).toEqual([
      '行动!B11 invalid-zone',
      '任务台账!H2 unknown-party',
      '任务台账!O3 invalid-date',
      '单位通讯录!A3 duplicate-code',
    ]);
  });

  it('sentences speak of columns, not of keys', () => {
    const messages = problemsOf(({ tasks, parties }) => [
      put(tasks, 1, '完成时限', '适时'),
      put(tasks, 2, '指标类型', '总量'),
      put(parties, 2, '关系', '友好'),
      put(parties, 1, '分管负责人邮箱', ''),
    ]).map(({ message }) => message);
    expect(messages).toEqual([
      '任务 1 的完成时限写成了“适时”：应为认得出的日期，如 6月30日、6月底、三季度末、年底；请改正。',
      '任务 2 的目标类型第 1 项写成了“总量”：应为累计、存量、比率、保持、压缩之一；请改正。',
      '单位“省工业和信息化厅”没有填写分管负责人邮箱：应为邮箱地址，如 zqb1@ln.example；请补上。',
      '单位“省科技厅”的行文关系写成了“友好”：应为本局、平级厅局、省委部门、群团、中央驻辽、市之一；请改正。',
    ]);
  });

  it('a workbook without a register names its sheets', () => {
    const { problems } = readRegisterWorkbook(
      {
        sheets: [
          sheetOf('一月', [
            ['日期', '金额'],
            [1, 2],
          ]),
        ],
      },
      'r.xlsx',
    );
    expect(problems).toMatchObject([{ code: 'missing-section', sheet: '一月', cell: 'A1', line: 1, column: 1 }]);
    expect(problems[0]?.message).toContain('“一月”');
  });

  it('an empty workbook is told so', () => {
    expect(readRegisterWorkbook({ sheets: [] }, 'r.xlsx').problems).toMatchObject([{ code: 'empty-file' }]);
  });
});
