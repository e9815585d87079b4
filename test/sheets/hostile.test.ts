import { describe, expect, it } from '@jest/globals';
import { guardWorkbook } from '../../sheets/guard/guard-workbook.js';
import { SheetRefused } from '../../sheets/sheet-refused.js';
import { decodeWorkbook } from '../../sheets/decode-workbook.js';
import { partsWith, plainParts, relationship } from './plain-parts.js';
import { zipOf, type ZipPart } from './zip-of.js';

const refusal = (bytes: Uint8Array): string => {
  try {
    guardWorkbook(bytes);
    return 'let through';
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    expect(error.message).toMatch(/；请.+。$/u);
    return error.code;
  }
};

const withPart = (...parts: ZipPart[]): Buffer => zipOf([...plainParts(), ...parts]);
const plain = zipOf(plainParts());
const workbookRels = 'xl/_rels/workbook.xml.rels';
const sheet = 'xl/worksheets/sheet1.xml';
const inRels = (type: string, target: string, mode = '') => zipOf(partsWith(workbookRels, (text) => text.replace('</Relationships>', relationship(type, target, mode)))); // prettier-ignore
const withRows = (rows: string): Buffer => zipOf(plainParts(rows));
/** A stored picture that is itself the local entry of a second sheet. */
function nested(): Buffer {
  const inner: ZipPart = { name: 'xl/worksheets/sheet2.xml', content: '<worksheet/>' };
  const outer: ZipPart = { name: 'xl/media/a.png', content: zipOf([inner]), method: 0 };
  return withPart(outer, { ...inner, inside: { part: plainParts().length, by: 30 + outer.name.length } });
}

const patched = (bytes: Buffer, at: number, value: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value, at);
  return copy;
};

describe('a hostile workbook is refused before it is read', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a file of zeros that unpacks to 17 MB', () => withPart({ name: 'xl/media/a.png', content: Buffer.alloc(17 << 20) }), 'bomb'], // prettier-ignore
    [
      'a part squeezed a thousandfold',
      () => withPart({ name: 'xl/media/a.png', content: Buffer.alloc(4 << 20) }),
      'bomb',
    ],
    ['many parts that are too much together', () => withPart(...[1, 2, 3].map((n): ZipPart => ({ name: `xl/media/${n}.png`, content: 'x', bytes: 15 << 20 }))), 'bomb'], // prettier-ignore
    ['a sheet that unpacks to more than it declares', () => zipOf(plainParts().map((part) => ({ ...part, ...(part.name === sheet && { bytes: 40 }) }))), 'damaged'], // prettier-ignore
    ['a thousand parts', () => withPart(...Array.from({ length: 1000 }, (_, n) => ({ name: `xl/media/${n}.png`, content: 'x' }))), 'bomb'], // prettier-ignore
    ['one entry inside another', nested, 'bomb'],
    ['a document type', () => zipOf(partsWith(sheet, (text) => text.replace('<worksheet', '<!DOCTYPE x [<!ELEMENT x ANY>]><worksheet'))), 'entity'], // prettier-ignore
    ['entities that multiply', () => zipOf(partsWith('xl/workbook.xml', (text) => text.replace('<workbook', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook'))), 'entity'], // prettier-ignore
    ['XML in UTF-16', () => zipOf([...plainParts().slice(0, 4), { name: sheet, content: Buffer.from('\ufeff<worksheet/>', 'utf16le') }]), 'entity'], // prettier-ignore
    ['XML in UTF-7', () => zipOf(partsWith(sheet, (text) => text.replace('UTF-8', 'UTF-7'))), 'entity'],
    ['a link to another workbook', () => withPart({ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }), 'external-link'], // prettier-ignore
    ['a connection to a database', () => withPart({ name: 'xl/connections.xml', content: '<x/>' }), 'external-link'],
    [
      'a query of the web',
      () => withPart({ name: 'xl/queryTables/queryTable1.xml', content: '<x/>' }),
      'external-link',
    ],
    ['a relation out of the file', () => inRels('attachment', 'http://evil.example/', ' TargetMode="External"'), 'external-link'], // prettier-ignore
    ['a relation out of the file in disguise', () => inRels('attachment', 'http://evil.example/', ' TargetMode="Ext&#101;rnal"'), 'external-link'], // prettier-ignore
    ['a relation to a template elsewhere', () => inRels('attachedTemplate', 'x.xltx'), 'active-content'],
    ['macros', () => withPart({ name: 'xl/vbaProject.bin', content: 'x' }), 'active-content'],
    ['a sheet of old macros', () => withPart({ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }), 'active-content'],
    ['a control', () => withPart({ name: 'xl/activeX/activeX1.xml', content: '<x/>' }), 'active-content'],
    ['an embedded document', () => withPart({ name: 'xl/embeddings/a.docx', content: 'x' }), 'active-content'],
    ['a program', () => withPart({ name: 'docProps/setup.exe', content: 'MZ' }), 'active-content'],
    ['the type of a workbook with macros', () => zipOf(partsWith('[Content_Types].xml', (text) => text.replace('openxmlformats-officedocument.spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main'))), 'active-content'], // prettier-ignore
    ['a name that climbs up', () => withPart({ name: '../../etc/passwd', content: 'x' }), 'names'],
    ['an absolute name', () => withPart({ name: '/etc/passwd', content: 'x' }), 'names'],
    ['a name with a backslash', () => withPart({ name: 'xl\\media\\a.png', content: 'x' }), 'names'],
    ['a name with a drive', () => withPart({ name: 'C:/a', content: 'x' }), 'names'],
    ['a name with a null', () => withPart({ name: 'xl/a\0.xml', content: 'x' }), 'names'],
    ['one name twice', () => withPart({ name: sheet, content: 'x' }), 'names'],
    ['one name in two cases', () => withPart({ name: sheet.toUpperCase(), content: 'x' }), 'names'],
    ['a name that differs at its own header', () => withPart({ name: 'xl/a.xml', localName: 'xl/b.xml', content: 'x' }), 'names'], // prettier-ignore
    [
      'a cell in the last row there is',
      () => withRows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      'dimensions',
    ],
    ['a cell in the last column there is', () => withRows('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'dimensions'],
    ['a merge over everything', () => zipOf(partsWith(sheet, (text) => text.replace('</worksheet>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'))), 'dimensions'], // prettier-ignore
    ['sixty thousand cells and more', () => withRows(`<row r="1">${Array.from({ length: 61_000 }, (_, n) => `<c><v>${n}</v></c>`).join('')}</row>`), 'dimensions'], // prettier-ignore
    ['a password', () => zipOf(plainParts().map((part) => ({ ...part, flags: 1 }))), 'encrypted'],
    ['an old .xls or a workbook with a password', () => Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'old-format'], // prettier-ignore
    ['a word file', () => zipOf([{ name: 'word/document.xml', content: '<x/>' }]), 'not-a-workbook'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'not-a-workbook'],
    ['nothing at all', () => Buffer.alloc(0), 'not-a-workbook'],
    ['half a file', () => plain.subarray(0, plain.length / 2), 'damaged'],
    ['something behind the end', () => Buffer.concat([plain, Buffer.from('PK')]), 'damaged'],
    ['something before the beginning', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), plain]), 'damaged'],
    ['a wrong checksum', () => zipOf(plainParts().map((part) => ({ ...part, crc: 1 }))), 'damaged'],
    ['a directory that lies outside', () => patched(plain, plain.length - 6, 0x7fffffff), 'damaged'],
    ['a compression nobody knows', () => withPart({ name: 'xl/a.xml', content: 'x', method: 99 }), 'damaged'],
    ['a file of 6 MB', () => Buffer.concat([plain, Buffer.alloc(6 << 20)]), 'too-large'],
  ])('%s', (_name, bytes, code) => {
    expect(refusal(bytes())).toBe(code);
  });

  it('a plain workbook is let through and read', async () => {
    const { sheets } = await decodeWorkbook(plain);
    expect(sheets).toMatchObject([{ name: 'Sheet1', rows: [[{ kind: 'number', value: 1 }]] }]);
  });

  it('hyperlinks, pictures and printer settings are let through', () => {
    const link = inRels('hyperlink', 'http://ln.example/', ' TargetMode="External"');
    expect(refusal(link)).toBe('let through');
    const pictures = [{ name: 'xl/media/a.png', content: 'x' }, { name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }]; // prettier-ignore
    expect(refusal(withPart(...pictures))).toBe('let through');
  });

  it('only the parts that hold values are handed on', () => {
    const parts = guardWorkbook(withPart({ name: 'xl/drawings/drawing1.xml', content: '<!DOCTYPE x><x/>' }));
    expect([...parts.keys()]).toEqual(plainParts().map(({ name }) => name));
  });

  it('a sheet that is no XML is refused by the reader', async () => {
    const broken = zipOf(partsWith('xl/workbook.xml', () => '<workbook><sheets><sheet'));
    await expect(decodeWorkbook(broken)).rejects.toMatchObject({ name: 'SheetRefused' });
  });
});
