import type { Sheet, Workbook } from '../../../sheets/workbook.js';
import { sheetOf, type Given } from '../../sheets/sheet-of.js';

/** Rows of the three sheets, to be changed by a test before they are read. */
export interface SmallWorkbook {
  settings: Given[][];
  tasks: Given[][];
  parties: Given[][];
}

/** The small register of `small-register.ts` as a workbook: the same campaign, parties and tasks. */
export function smallWorkbook(): SmallWorkbook {
  return {
    settings: [
      ['项目', '内容'],
      ['标识', 'small'],
      ['行动名称', '质量提升行动'],
      ['编发单位', '省质强办'],
      ['简报名称', '质量提升行动简报'],
      ['工作原则', '标准引领、品牌推动'],
      ['质量领域', '产品质量、工程质量'],
      ['领导小组办公室', '负责人 <office@ln.example>'],
      ['调度员', 'zqb1 值班员 <zqb1@ln.example>；zqb2 联络员 <zqb2@ln.example>'],
      ['简报发送', 'leaders@ln.example'],
    ],
    tasks: [
      ['序号', '质量领域', '方面', '原则', '任务名称', '工作任务', '工作目标', '牵头单位', '配合单位', '量化目标', '单位', '指标类型', '目标时限', '分期目标', '完成时限'], // prettier-ignore
      [1, '产品质量', '装备', '标准引领', '重大装备攻关', '组织联合攻关。', '全年认定 20 台（套）。', '省工业和信息化厅', '省科技厅', 20, '台（套）', '累计', '11-30', '', '12-31'], // prettier-ignore
      [2, '工程质量', '工地', '品牌推动', '工地检查', '开展检查。', '全年检查 60 家。', '省科学技术厅', '', 60, '家', '累计', '12-31', '6月底：30；9月底：45', '12-31'], // prettier-ignore
    ],
    parties: [
      ['代码', '单位名称', '全称', '别名', '类别', '关系', '联络员A', '联络员A邮箱', '联络员B', '联络员B邮箱', '分管负责人', '分管负责人邮箱'], // prettier-ignore
      ['gxt', '省工业和信息化厅', '辽宁省工业和信息化厅', '省工信厅', '部门', '平级厅局', 'A', 'gxt.a@ln.example', 'B', 'gxt.b@ln.example', '分管负责人', 'gxt.head@ln.example'], // prettier-ignore
      ['kjt', '省科技厅', '辽宁省科学技术厅', '省科学技术厅', '部门', '平级厅局', 'A', 'kjt.a@ln.example', 'B', 'kjt.b@ln.example', '分管负责人', 'kjt.head@ln.example'], // prettier-ignore
    ],
  };
}

export const workbookOf = ({ settings, tasks, parties }: SmallWorkbook, ...more: Sheet[]): Workbook => ({
  sheets: [sheetOf('行动', settings), sheetOf('任务台账', tasks), sheetOf('单位通讯录', parties), ...more],
});

/** The column of a heading, from 0. */
export function columnOf([header = []]: Given[][], heading: string): number {
  const column = header.indexOf(heading);
  if (column < 0) throw new Error(`no column ${heading}`);
  return column;
}

/** Puts a value below a heading; rows count from the heading, which is 0. */
export function put(rows: Given[][], row: number, heading: string, value: Given): void {
  const cells = rows[row];
  if (cells === undefined) throw new Error(`no row ${row}`);
  cells[columnOf(rows, heading)] = value;
}

/** Gives a heading another name. */
export const rename = (rows: Given[][], heading: string, name: string): void => put(rows, 0, heading, name);

/** Takes a column out. */
export function drop(rows: Given[][], heading: string): void {
  const column = columnOf(rows, heading);
  for (const row of rows) row.splice(column, 1);
}
