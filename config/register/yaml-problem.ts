import type { ErrorCode } from 'yaml';

/** What a YAML parser's complaint means to whoever wrote the file, and what to do about it. */
export function yamlSentence(code: ErrorCode | 'RESOURCE_EXHAUSTION', original: string): string {
  return `${sentences[code] ?? `YAML 语法有误（${original}）：请检查本行及上一行的缩进、引号、括号和冒号`}。`;
}

const indent = '缩进或括号不对：同一层的项目应左对齐，[ 与 ]、{ 与 } 应成对；请检查本行及上一行';

const sentences: Readonly<Partial<Record<ErrorCode | 'RESOURCE_EXHAUSTION', string>>> = {
  TAB_AS_INDENT: '缩进用了制表符（Tab）：YAML 只认空格；请把行首的 Tab 换成空格',
  BAD_INDENT: indent,
  BLOCK_IN_FLOW: indent,
  BAD_DQ_ESCAPE: '双引号里的反斜杠不是有效的转义：请改用单引号，或把 \\ 写成 \\\\',
  BAD_SCALAR_START: '内容不能以这个符号（如 %、@、`）开头：请给整个值加上引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现了两个“键: 值”：请分成两行；值里含冒号的，请给整个值加上引号',
  MULTILINE_IMPLICIT_KEY: '这一行没有“键: 值”的样子：冒号后要有空格，用半角冒号；请检查本行及上一行',
  MISSING_CHAR: '缺少成对的符号（引号、括号或冒号）：请补上',
  MULTIPLE_DOCS: '一个文件里有两份文档（由 --- 分开）：台账应只有一份；请拆成两个文件',
  RESOURCE_EXHAUSTION: '括号或层次嵌套过深：台账最多只有几层；请检查是否漏写了 ] 或 }',
  TAG_RESOLVE_FAILED: '不认识的标记（以 ! 开头）：台账不用标记；请删去，或给整个值加上引号',
  UNEXPECTED_TOKEN: '这里多出了内容：请检查引号、括号是否成对，或给整个值加上引号',
};
