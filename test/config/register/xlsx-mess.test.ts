import { describe, expect, it } from '@jest/globals';
import type { Task } from '../../../domain/register.js';
import { readRegister } from '../../../config/register/read-register.js';
import { readRegisterWorkbook } from '../../../config/register/read-register-workbook.js';
import { registerHash } from '../../../config/register/register-hash.js';
import type { RegisterReading } from '../../../config/register/register-reading.js';
import { sheetOf, merged } from '../../sheets/sheet-of.js';
import { smallRegister } from './small-register.js';
import { drop, put, rename, smallWorkbook, workbookOf, type SmallWorkbook } from './small-workbook.js';

const hashOf = ({ register, cadence, quietDays, problems }: RegisterReading): string => {
  if (register === undefined) throw new Error(JSON.stringify(problems, null, 1));
  return registerHash({ ...register, cadence, quietDays });
};

const clean = hashOf(readRegister(smallRegister, 'r.yaml'));

const read = (change: (book: SmallWorkbook) => void): RegisterReading => {
  const book = smallWorkbook();
  change(book);
  return readRegisterWorkbook(workbookOf(book), 'r.xlsx');
};

const taskOf = (change: (book: SmallWorkbook) => void, number = 1): Task | undefined => {
  const reading = read(change);
  expect(reading.problems).toEqual([]);
  return reading.register?.tasks.find((task) => task.number === number);
};

describe('a small workbook without mess', () => {
  it('says the same as the text file', () => {
    const reading = read(() => {});
    expect([reading.problems, reading.warnings]).toEqual([[], []]);
    expect(hashOf(reading)).toBe(clean);
  });
});

describe('mess that changes nothing', () => {
  it.each<[string, (book: SmallWorkbook) => void]>([
    ['title rows above the heading', ({ tasks }) => tasks.unshift(['质量提升行动任务分工台账'], ['（2026年）'], [])],
    ['a note that names the columns above the heading', ({ tasks }) => tasks.unshift(['说明：牵头单位、完成时限请逐项核对'])], // prettier-ignore
    ['牵头部门 for the leads', ({ tasks }) => rename(tasks, '牵头单位', '牵头部门')],
    ['责任单位 where nobody else leads', ({ tasks }) => rename(tasks, '牵头单位', '责任单位')],
    ['责任单位 beside 牵头单位', ({ tasks }) => rename(tasks, '配合单位', '责任单位')],
    ['配合部门 for the supporters', ({ tasks }) => rename(tasks, '配合单位', '配合部门')],
    ['时限 for the deadline', ({ tasks }) => rename(tasks, '完成时限', '时限')],
    ['a line break in a heading', ({ tasks }) => rename(tasks, '牵头单位', '牵头\n单位')],
    ['spaces in a heading', ({ tasks }) => rename(tasks, '序号', ' 序　号 ')],
    ['a remark in brackets in a heading', ({ tasks }) => rename(tasks, '完成时限', '完成时限（2026年）')],
    ['a star at a heading', ({ tasks }) => rename(tasks, '牵头单位', '*牵头单位')],
    ['a column of remarks', ({ tasks }) => tasks.forEach((row, index) => row.push(index === 0 ? '备注' : '请重视'))],
    ['columns in another order', ({ tasks }) => tasks.forEach((row, index) => (tasks[index] = row.toReversed()))],
    ['a full-width number', ({ tasks }) => put(tasks, 1, '序号', '１')],
    ['a number with a stop', ({ tasks }) => put(tasks, 1, '序号', '1.')],
    ['a full-width target', ({ tasks }) => put(tasks, 1, '量化目标', '２０')],
    ['a target with its unit', ({ tasks }) => put(tasks, 1, '量化目标', '20台（套）')],
    ['a target with 不少于', ({ tasks }) => put(tasks, 1, '量化目标', '不少于20台（套）')],
    ['a unit only in the target', ({ tasks }) => [put(tasks, 2, '单位', ''), put(tasks, 2, '量化目标', '60家')]],
    ['a line break in a name', ({ tasks }) => put(tasks, 1, '任务名称', '重大装备\n攻关')],
    ['spaces around a cell', ({ tasks }) => put(tasks, 1, '工作任务', '　组织联合攻关。 ')],
    ['a date serial', ({ tasks }) => put(tasks, 1, '完成时限', 46_387)],
    ['a real date', ({ tasks }) => put(tasks, 1, '完成时限', { kind: 'date', value: '2026-12-31' })],
    ['年底前', ({ tasks }) => put(tasks, 1, '完成时限', '年底前')],
    ['2026年底前', ({ tasks }) => put(tasks, 1, '完成时限', '2026年底前')],
    ['２０２６年１２月底前', ({ tasks }) => put(tasks, 1, '完成时限', '２０２６年 １２月底前')],
    ['长期', ({ tasks }) => put(tasks, 1, '完成时限', '长期')],
    ['a target without a date of its own', ({ tasks }) => put(tasks, 2, '目标时限', '—')],
    ['a party by its code', ({ tasks }) => put(tasks, 1, '牵头单位', 'gxt')],
    ['a party by its full name', ({ tasks }) => put(tasks, 1, '牵头单位', '辽宁省工业和信息化厅')],
    ['a party by its alias', ({ tasks }) => put(tasks, 1, '牵头单位', '省工信厅')],
    ['a party broken over two lines', ({ tasks }) => put(tasks, 1, '牵头单位', '省工业和\n信息化厅')],
    ['等按职责分工负责', ({ tasks }) => put(tasks, 1, '配合单位', '省科技厅等按职责分工负责')],
    ['a stroke where there is nobody', ({ tasks }) => put(tasks, 2, '配合单位', '—')],
    ['无 where there is nobody', ({ tasks }) => put(tasks, 2, '配合单位', '无')],
    ['empty rows at the end', ({ tasks }) => tasks.push([], ['', ''], [undefined])],
    ['an empty row between', ({ tasks }) => tasks.splice(2, 0, [])],
    ['a foot line', ({ tasks }) => tasks.push(['填表人：张三', '', '', '审核人：李四'])],
    ['a repeated heading', ({ tasks }) => tasks.splice(2, 0, [...(tasks[0] ?? [])])],
    ['a section line', ({ tasks }) => tasks.splice(2, 0, ['二、工程质量（1项）'])],
    ['the kind of target in other words', ({ tasks }) => put(tasks, 1, '指标类型', '累计值')],
    ['milestones one a line', ({ tasks }) => put(tasks, 2, '分期目标', '二季度末 30家\n三季度末 45家')],
    ['posts without a code of the party', ({ parties }) => drop(parties, '代码')],
    ['联络员 and a bare 邮箱', ({ parties }) => [rename(parties, '联络员A', '联络员'), rename(parties, '联络员A邮箱', '邮箱')]], // prettier-ignore
    ['a full-width sign in an address', ({ parties }) => put(parties, 1, '联络员A邮箱', 'gxt.a＠ln.example')],
    ['a space in an address', ({ parties }) => put(parties, 1, '联络员A邮箱', ' gxt.a@ln.example　')],
    ['分管领导 for the head', ({ parties }) => [rename(parties, '分管负责人', '分管领导'), rename(parties, '分管负责人邮箱', '分管领导邮箱')]], // prettier-ignore
    ['a column of duties', ({ parties }) => parties.forEach((row, index) => row.push(index === 0 ? '职务' : '处长'))],
    ['no heading above the settings', ({ settings }) => settings.shift()],
    ['协调员 for 调度员', ({ settings }) => settings.forEach((row) => row[0] === '调度员' && (row[0] = '协调员'))],
    ['coordinators on two lines', ({ settings }) => settings.splice(8, 1, ['调度员', 'zqb1 值班员 <zqb1@ln.example>'], ['调度员', 'zqb2 联络员 <zqb2@ln.example>'])], // prettier-ignore
    ['principles joined by commas', ({ settings }) => settings.splice(5, 1, ['工作原则：', '标准引领，品牌推动'])],
  ])('%s', (_name, change) => {
    const reading = read(change);
    expect(reading.problems).toEqual([]);
    expect(hashOf(reading)).toBe(clean);
  });

  it('sheets of other names in another order', () => {
    const { settings, tasks, parties } = smallWorkbook();
    const sheets = [
      sheetOf('填写说明', [['请逐项填写'], ['1', '牵头单位写简称']]),
      sheetOf('Sheet3', parties),
      sheetOf('Sheet1 (2)', tasks),
      sheetOf('汇总', [
        ['单位', '任务数'],
        ['省科技厅', 1],
      ]),
      sheetOf('其他', settings),
      sheetOf('空', []),
    ];
    expect(hashOf(readRegisterWorkbook({ sheets }, 'r.xlsx'))).toBe(clean);
  });

  it('a hidden copy is left out and told of', () => {
    const { tasks } = smallWorkbook();
    const reading = readRegisterWorkbook(workbookOf(smallWorkbook(), sheetOf('旧', tasks, { hidden: true })), 'r.xlsx');
    expect(hashOf(reading)).toBe(clean);
    expect(reading.warnings).toMatchObject([{ code: 'hidden-sheet', sheet: '旧', cell: 'A1' }]);
  });
});

describe('days as an office writes them', () => {
  it.each([
    ['6月30日', '06-30'],
    ['2026年6月底前', '06-30'],
    ['6月底', '06-30'],
    ['2月末', '02-28'],
    ['6 月', '06-30'],
    ['十月底前完成', '10-31'],
    ['6月中旬', '06-20'],
    ['6/15', '06-15'],
    ['2026.6.5', '06-05'],
    ['2026-06-30 00:00:00', '06-30'],
    ['三季度末', '09-30'],
    ['第三季度', '09-30'],
    ['3季度', '09-30'],
    ['上半年', '06-30'],
    ['下半年', '12-31'],
    ['年底前', '12-31'],
    ['2026年', '12-31'],
    ['全年', '12-31'],
    ['持续推进', '12-31'],
  ])('%s is %s', (written, day) => {
    expect(taskOf(({ tasks }) => [put(tasks, 1, '完成时限', written), put(tasks, 1, '目标时限', '')])?.deadline).toBe(
      day,
    );
  });
});

describe('parties joined in one cell', () => {
  it.each([
    ['省科技厅、省工信厅'],
    ['省科技厅，省工信厅'],
    ['省科技厅；省工信厅'],
    ['省科技厅/省工信厅'],
    ['省科技厅 省工信厅'],
    ['省科技厅\n省工信厅'],
    ['省科技厅、省工信厅等按职责分工负责'],
    ['省科技厅、省工信厅等有关部门'],
  ])('%s', (written) => {
    const task = taskOf(({ tasks }) => [put(tasks, 1, '牵头单位', written), put(tasks, 1, '配合单位', '')]);
    expect([task?.lead, task?.support]).toEqual(['kjt', ['gxt']]);
  });

  it('further leads come before the supporters', () => {
    const task = taskOf(
      ({ tasks }) => [put(tasks, 2, '牵头单位', '省科技厅、省工信厅'), put(tasks, 2, '配合单位', '—')],
      2,
    );
    expect([task?.lead, task?.support]).toEqual(['kjt', ['gxt']]);
  });
});

describe('targets', () => {
  const targetsOf = (change: (book: SmallWorkbook) => void) => taskOf(change)?.targets;

  it('a row without number and name adds a target', () => {
    const further = ['', '', '', '', '', '', '', '', '', 5, '项', '存量', '6月底', '', ''];
    expect(targetsOf(({ tasks }) => tasks.splice(2, 0, further))).toEqual([
      { value: 20, unit: '台（套）', kind: 'cumulative', by: '11-30' },
      { value: 5, unit: '项', kind: 'stock', by: '06-30' },
    ]);
  });

  it('a task merged over two rows has two targets', () => {
    const book = smallWorkbook();
    book.tasks.splice(2, 0, ['', '', '', '', '', '', '', '', '', 5, '项', '存量', '6月底', '', '']);
    const merges = [0, 1, 2, 3, 4, 5, 6, 7, 8, 14].map((column) => merged(1, column, 2, column));
    const sheets = [
      sheetOf('行动', book.settings),
      sheetOf('任务', book.tasks, { merges }),
      sheetOf('单位', book.parties),
    ];
    const { register, problems } = readRegisterWorkbook({ sheets }, 'r.xlsx');
    expect(problems).toEqual([]);
    expect(register?.tasks.map(({ targets }) => targets.length)).toEqual([2, 1]);
  });

  it.each([
    ['3.5万户', '', 35_000, '户'],
    ['3.5', '万户', 3.5, '万户'],
    ['1,200', '家', 1200, '家'],
    ['１ ２００', '家', 1200, '家'],
    ['1.2亿', '元', 120_000_000, '元'],
    ['≥95%', '', 95, '%'],
    ['98%以上', '％', 98, '％'],
  ])('%s with unit “%s”', (written, unit, value, expected) => {
    const targets = targetsOf(({ tasks }) => [put(tasks, 1, '量化目标', written), put(tasks, 1, '单位', unit)]);
    expect(targets).toMatchObject([{ value, unit: expected }]);
  });

  it('a cell in percent is what it shows', () => {
    const percent = { kind: 'percent', value: 0.98 } as const;
    const targets = targetsOf(({ tasks }) => [put(tasks, 1, '量化目标', percent), put(tasks, 1, '单位', '')]);
    expect(targets).toMatchObject([{ value: 98, unit: '%' }]);
  });

  it('without its column a percentage is a ratio, with a warning', () => {
    const change = ({ tasks }: SmallWorkbook): void => {
      put(tasks, 1, '量化目标', '98%');
      put(tasks, 1, '单位', '');
      drop(tasks, '指标类型');
    };
    expect(targetsOf(change)).toMatchObject([{ kind: 'ratio' }]);
    expect(read(change).warnings).toMatchObject([{ code: 'assumed-value', sheet: '任务台账', cell: 'A1' }]);
  });
});

describe('merged cells', () => {
  it('a lead merged over two tasks leads both', () => {
    const book = smallWorkbook();
    put(book.tasks, 2, '牵头单位', '');
    put(book.tasks, 1, '配合单位', '');
    const sheets = [
      sheetOf('行动', book.settings),
      sheetOf('任务', book.tasks, { merges: [merged(1, 7, 2, 7)] }),
      sheetOf('单位', book.parties),
    ];
    expect(readRegisterWorkbook({ sheets }, 'r.xlsx').register?.tasks.map(({ lead }) => lead)).toEqual(['gxt', 'gxt']);
  });

  it('a heading of two rows is read as one', () => {
    const book = smallWorkbook();
    const [heading = [], ...rows] = book.tasks;
    const groups = heading.map((text, column) => (column === 7 ? '责任单位' : column === 9 ? '量化目标' : text));
    const below = heading.map((text, column) => ([7, 8].includes(column) ? text : column === 9 ? '目标值' : column > 9 && column < 14 ? text : '')); // prettier-ignore
    const merges = [merged(0, 7, 0, 8), merged(0, 9, 0, 13), ...[0, 1, 2, 3, 4, 5, 6, 14].map((column) => merged(0, column, 1, column))]; // prettier-ignore
    const top = groups.map((text, column) => ([8, 10, 11, 12, 13].includes(column) ? '' : text));
    const sheets = [
      sheetOf('行动', book.settings),
      sheetOf('任务', [top, below, ...rows], { merges }),
      sheetOf('单位', book.parties),
    ];
    expect(hashOf(readRegisterWorkbook({ sheets }, 'r.xlsx'))).toBe(clean);
  });
});

describe('what a workbook may lack', () => {
  it('a contact list of a liaison and a head only', () => {
    const book = smallWorkbook();
    for (const heading of ['代码', '类别', '关系', '联络员B', '联络员B邮箱']) drop(book.parties, heading);
    const { register, problems, warnings } = readRegisterWorkbook(workbookOf(book), 'r.xlsx');
    expect(problems).toEqual([]);
    expect(register?.parties.map(({ code, kind, relation }) => [code, kind, relation])).toEqual([
      ['gxt', 'department', 'peer'],
      ['kjt', 'department', 'peer'],
    ]);
    expect(warnings.filter(({ code }) => code === 'assumed-value')).toHaveLength(3);
  });

  it('a number to ring beside a post', () => {
    const book = smallWorkbook();
    for (const [index, row] of book.parties.entries())
      row.splice(7, 0, index === 0 ? '联系电话' : `024-1234567${index}`);
    const { register, problems } = readRegisterWorkbook(workbookOf(book), 'r.xlsx');
    expect(problems).toEqual([]);
    expect(register?.parties.map(({ posts }) => posts['liaison-a']?.phone)).toEqual(['024-12345671', '024-12345672']);
  });

  it('the sheet 行动: file name and settings fill in', () => {
    const book = smallWorkbook();
    const sheets = workbookOf(book).sheets.slice(1);
    const defaults = { id: 'ln', title: '质量提升行动', sender: { name: '省质强办', email: 'zqb@ln.example' } };
    const { register, problems, warnings } = readRegisterWorkbook({ sheets }, 'r.xlsx', () => defaults);
    expect(problems).toEqual([]);
    expect(register?.campaign).toMatchObject({
      id: 'ln',
      title: '质量提升行动',
      issuer: '省质强办',
      bulletin: '质量提升行动简报',
      areas: ['产品质量', '工程质量'],
      principles: ['标准引领', '品牌推动'],
      coordinators: [{ code: 'zqb1', name: '省质强办', email: 'zqb@ln.example' }],
    });
    expect(warnings.map(({ code }) => code)).toContain('assumed-value');
  });

  it('a column of areas where every area has its sheet', () => {
    const { settings, tasks, parties } = smallWorkbook();
    drop(tasks, '质量领域');
    const [heading = [], first = [], second = []] = tasks;
    const sheets = [
      sheetOf('行动', settings),
      sheetOf('产品质量', [heading, first]),
      sheetOf('工程质量', [heading, second]),
      sheetOf('单位', parties),
    ];
    expect(hashOf(readRegisterWorkbook({ sheets }, 'r.xlsx'))).toBe(clean);
  });

  it('a column of areas where section lines name them', () => {
    const book = smallWorkbook();
    drop(book.tasks, '质量领域');
    book.tasks.splice(1, 0, ['一、产品质量（1项）']);
    book.tasks.splice(3, 0, ['二、工程质量（1项）']);
    expect(hashOf(readRegisterWorkbook(workbookOf(book), 'r.xlsx'))).toBe(clean);
  });
});
