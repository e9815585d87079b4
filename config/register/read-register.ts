import { checkRegister } from './check-register.js';
import { isEcho } from './echo.js';
import { goodRows } from './good-rows.js';
import { cutShort, inOrder, isProblem, isWarning, noteOfFinding, noteOfForm } from './note.js';
import { unreadRegister, type RegisterProblem, type RegisterReading } from './register-reading.js';
import { yamlSource, type YamlSource } from './yaml-source.js';

/** Some twenty-five times a province's register. */
const mostCharacters = 2_000_000;

/** Reads a register from YAML text: all problems at once, in the order of the file. Never throws. */
export function readRegister(text: string, file: string): RegisterReading {
  if (text.length > mostCharacters) {
    const message = `文件过大（${text.length} 个字符）：台账应不超过 ${mostCharacters} 个字符；请核对是否选错了文件。`;
    return unreadRegister([{ file, line: 1, column: 1, code: 'file-too-large', message }]);
  }
  const source = yamlSource(text);
  return source.hasRoot ? readSource(source, file) : unreadRegister(withoutRoot(source, file));
}

function readSource(source: YamlSource, file: string): RegisterReading {
  const checked = checkRegister(source.root);
  const findings = checked.findings.filter((finding) => !isEcho(finding, source));
  const notes = inOrder([
    ...source.problems.map((form) => noteOfForm(form, source, file)),
    ...findings.map((finding) => noteOfFinding(finding, source, file)),
  ]);
  const problems = notes.filter(isProblem);
  const partial = goodRows(checked, findings, source);
  return {
    ...(problems.length === 0 && partial.campaign && { register: { ...partial, campaign: partial.campaign } }),
    cadence: checked.cadence,
    quietDays: checked.quietDays,
    problems: cutShort(problems),
    warnings: notes.filter(isWarning),
    partial,
  };
}

function withoutRoot(source: YamlSource, file: string): RegisterProblem[] {
  const syntax = inOrder(source.problems.map((form) => noteOfForm(form, source, file)));
  if (syntax.length > 0) return syntax;
  const expected = '应含 campaign、parties、tasks 三部分；请参照示例台账填写。';
  return source.isEmpty
    ? [{ file, line: 1, column: 1, code: 'empty-file', message: `文件是空的：台账${expected}` }]
    : [{ file, line: 1, column: 1, code: 'wrong-type', message: `文件内容不是台账：${expected}` }];
}
