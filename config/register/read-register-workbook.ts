import type { Workbook } from '../../sheets/workbook.js';
import { readSource } from './read-source.js';
import { unreadRegister, type RegisterProblem, type RegisterReading } from './register-reading.js';
import type { FoundDefaults } from './workbook/campaign-defaults.js';
import { workbookSource } from './workbook/workbook-source.js';

/** Reads a register from a workbook: all problems at once, each with its sheet and cell. Never throws. */
export function readRegisterWorkbook(
  workbook: Workbook,
  file: string,
  defaults: () => FoundDefaults = () => ({}),
): RegisterReading {
  const source = workbookSource(workbook, defaults);
  const { tasks, parties } = source.root;
  return tasks === undefined && parties === undefined
    ? unreadRegister([nothingFound(workbook, file)])
    : readSource(source, file);
}

function nothingFound({ sheets }: Workbook, file: string): RegisterProblem {
  const [first] = sheets;
  const names = sheets.slice(0, 8).map(({ name, hidden }) => `“${name}”${hidden ? '（隐藏）' : ''}`);
  const place = { file, line: 1, column: 1, ...(first && { sheet: first.name, cell: 'A1' }) };
  if (sheets.every(({ rows }) => rows.length === 0)) {
    return {
      ...place,
      code: 'empty-file',
      message: '工作簿是空的：应有任务台账和单位通讯录两张工作表；请参照示例台账填写。',
    };
  }
  const message = `工作簿里没有认得出的台账（工作表有${names.join('、')}）：应有含“任务名称、牵头单位、完成时限”等列的任务表和含“单位名称、联络员、邮箱”等列的通讯录；请核对表头，或参照示例台账。`;
  return { ...place, code: 'missing-section', message };
}
