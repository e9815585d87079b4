import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import { guardDocument } from '../../documents/guard/guard-document.js';
import { readDocument } from '../../documents/read/read-document.js';

const types =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const body = (words: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${words}</w:body></w:document>`;
const plain = { '[Content_Types].xml': types, 'word/document.xml': body('<w:p><w:r><w:t>字</w:t></w:r></w:p>') };

const zip = (parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 9 = 9) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ) as Zippable,
      { level },
    ),
  );

/** The declared size of the last entry, in the directory. */
const declaring = (file: Buffer, bytes: number) => {
  const changed = Buffer.from(file);
  changed.writeUInt32LE(bytes, changed.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return changed;
};
const flagged = (file: Buffer, offset: number, value: number) => {
  const changed = Buffer.from(file);
  changed.writeUInt16LE(value, changed.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + offset);
  return changed;
};

describe('the guard', () => {
  it('passes a plain document', () => {
    expect(readDocument(zip(plain)).blocks).toEqual([{ kind: 'paragraph', text: '字', bookmarks: [] }]);
  });

  it('leaves pictures and settings unopened', () => {
    const parts = guardDocument(
      zip({ ...plain, 'word/media/image1.png': new Uint8Array(9), 'word/settings.xml': '<!DOCTYPE x>' }),
    );
    expect([...parts.keys()].toSorted()).toEqual(['[Content_Types].xml', 'word/document.xml']);
  });

  const doubled = () => {
    const file = zip({ ...plain, 'word/documenx.xml': 'x' });
    return Buffer.from(file.toString('latin1').replaceAll('documenx', 'document'), 'latin1');
  };
  const bomb = zip({ ...plain, 'word/document.xml': body(' '.repeat(8 << 20)) });

  it.each([
    ['nothing', Buffer.alloc(0), '不是 Word 文档'],
    ['a page', Buffer.from('<html>一页</html>'.repeat(9)), '不是 Word 文档'],
    [
      'an old or encrypted document',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(99)]),
      '旧的 .doc',
    ],
    ['half a document', zip(plain).subarray(0, 120), '没有目录'],
    [
      'a workbook',
      zip({
        '[Content_Types].xml': types.replace('wordprocessingml.document', 'spreadsheetml.sheet'),
        'xl/workbook.xml': 'x',
      }),
      '不是 Word 文档',
    ],
    ['a document without words', zip({ '[Content_Types].xml': types }), '没有 Word 正文'],
    ['macros', zip({ ...plain, 'word/vbaProject.bin': 'x' }), '宏'],
    ['macros by another name', zip({ ...plain, '[Content_Types].xml': `${types} macroEnabled` }), '启用宏'],
    ['an embedded file', zip({ ...plain, 'word/embeddings/oleObject1.bin': 'x' }), '嵌入的文件'],
    ['an embedded page', zip({ ...plain, 'word/afchunk.mht': 'x' }), '嵌入的文件'],
    ['a way out of the folder', zip({ ...plain, '../../etc/passwd': 'x' }), '名称不正常'],
    ['two parts of one name', doubled(), '同名'],
    ['a bomb', bomb, '压缩炸弹'],
    ['a bomb that lies about its size', declaring(bomb, 5), '残缺'],
    ['more than it declares', declaring(zip(plain, 0), 10), '残缺'],
    ['an encrypted part', flagged(zip(plain), 8, 1), '密码'],
    ['an unknown compression', flagged(zip(plain), 10, 12), '压缩方式'],
    [
      'too many parts',
      zip({ ...plain, ...Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`a${n}.xml`, 'x'])) }),
      '402 个部件',
    ],
    ['a document type', zip({ ...plain, 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${body('')}` }), '实体'],
    [
      'another encoding',
      zip({ ...plain, 'word/document.xml': `<?xml version="1.0" encoding="UTF-16"?>${body('')}` }),
      '文字编码',
    ],
    ['broken XML', zip({ ...plain, 'word/document.xml': '<w:document><w:body></w:document>' }), '残缺'],
    [
      'a bottomless nest',
      zip({ ...plain, 'word/document.xml': body(`${'<w:ins>'.repeat(500)}${'</w:ins>'.repeat(500)}`) }),
      '嵌套过深',
    ],
    [
      'endless elements',
      zip({
        ...plain,
        'word/document.xml': body(Array.from({ length: 600_000 }, (_, n) => `<a${n % 977}/>`).join('')),
      }),
      '过于庞大',
    ],
  ])('refuses %s in a sentence', (_, file, why) => {
    expect(() => readDocument(file)).toThrow(why);
    expect(() => readDocument(file)).toThrow(/^文件不能读取：.*；请.*。$/);
  });
});
