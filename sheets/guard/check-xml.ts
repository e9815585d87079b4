import { refused } from '../sheet-refused.js';

/** Refuses XML that could expand, load or hide something: document types, entities, encodings other than UTF-8. */
export function checkXml(content: Buffer): void {
  const head = content.toString('latin1', 0, 200);
  const encoding = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/i.exec(head)?.[1] ?? 'utf-8';
  if (content.includes(0) || !/^(utf-8|us-ascii)$/i.test(encoding)) {
    throw refused('entity', '文件的文字编码不正常（应为 UTF-8）');
  }
  if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) {
    throw refused('entity', '文件的内部结构里有实体或文档类型声明，可能是攻击');
  }
}

/** Refuses relations that lead out of the file; a hyperlink is only text until somebody clicks it. */
export function checkRelations(content: Buffer): void {
  const text = withoutReferences(content.toString('latin1'));
  for (const [relation] of text.matchAll(/<(?:[\w.-]+:)?Relationship\b[^>]*>/g)) {
    const isExternal = /TargetMode\s*=\s*["']\s*External/i.test(relation);
    if (isExternal && !/Type\s*=\s*["'][^"']*\/hyperlink\s*["']/i.test(relation)) {
      throw refused('external-link', '文件要从外部装入内容', '请断开全部外部链接后另存为 .xlsx');
    }
    if (/relationships\/(?:externalLink|oleObject|vbaProject|attachedTemplate)/i.test(relation)) {
      throw refused('active-content', '文件的内部关系指向宏、外部链接或嵌入的对象');
    }
  }
}

/** Refuses what calls itself a workbook with macros, a binary one or an add-in. */
export function checkContentTypes(content: Buffer): void {
  const text = withoutReferences(content.toString('latin1'));
  if (/macroEnabled|vbaProject|sheet\.binary|addin\.main|ms-office\.activeX/i.test(text)) {
    throw refused('active-content', '这是启用宏的、二进制的或加载项工作簿', '请另存为普通的 .xlsx 后再试');
  }
  if (!/spreadsheetml\.(sheet|template)\.main\+xml/.test(text)) {
    throw refused('not-a-workbook', '这个压缩文件不是 Excel 工作簿', '请另存为 .xlsx 后再试');
  }
}

/** `Ext&#101;rnal` is External to an XML reader. */
function withoutReferences(text: string): string {
  return text.replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
    const point = Number(code.startsWith('x') || code.startsWith('X') ? `0x${code.slice(1)}` : code);
    return point > 0 && point <= 0xffff ? String.fromCharCode(point) : whole;
  });
}
