import { inOrder, isProblem, noteOfForm } from './note.js';
import { readSource } from './read-source.js';
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

function withoutRoot(source: YamlSource, file: string): RegisterProblem[] {
  const syntax = inOrder(source.notes.map((form) => noteOfForm(form, file)).filter(isProblem));
  if (syntax.length > 0) return syntax;
  const expected = '应含 campaign、parties、tasks 三部分；请参照示例台账填写。';
  return source.isEmpty
    ? [{ file, line: 1, column: 1, code: 'empty-file', message: `文件是空的：台账${expected}` }]
    : [{ file, line: 1, column: 1, code: 'wrong-type', message: `文件内容不是台账：${expected}` }];
}
