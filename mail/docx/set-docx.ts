import { AlignmentType, BorderStyle, type Paragraph, type Table as WordTable, TabStopType } from 'docx';
import { officeFonts, sizes } from '../../documents/office-fonts.js';
import { officialSection, textWidth } from '../../documents/official-page.js';
import { officeTable } from '../../documents/office-table.js';
import { packDocument } from '../../documents/pack-document.js';
import { openWriter, type Writer, words } from '../../documents/words.js';
import { filledColumns, type Block, type Draft, type Table } from '../compose/draft.js';

type Part = Paragraph | WordTable;

const red = 'D7000F';
const isAnnex = (block: Block): boolean => block.kind === 'table' && block.caption?.startsWith('附件') === true;

/**
 * A letter as an official Word document for 公文交换: 发文机关, 文号, 签发人, the text, the signature, then its annexes on
 * pages of their own. What only makes sense in a mail (how to reply, the signed link) is not in it.
 */
export function setDocx(draft: Draft, date: string): Promise<Buffer> {
  const write = openWriter();
  const first = draft.blocks.findIndex(isAnnex);
  const [main, annexes] = first < 0 ? [draft.blocks, []] : [draft.blocks.slice(0, first), draft.blocks.slice(first)];
  // No page with nothing but the signature: whoever seals it must see text beside the seal (GB/T 9704, 7.3.5).
  const last = main.findLastIndex(({ kind }) => kind === 'paragraph');
  return packDocument({
    title: draft.title ?? draft.subject,
    author: draft.issuer,
    date,
    sections: [
      officialSection('portrait', [
        ...head(draft, write),
        ...main.flatMap((block, index) => setBlock(block, write, last >= 0 && index >= last)),
        ...signature(draft, write),
        ...foot(draft, write),
        ...annexes.flatMap((block, index) => setAnnex(block, index, write)),
      ]),
    ],
  });
}

function head(
  { issuer, documentNo = '', signedBy, title, subject, salutation }: Draft,
  write: Writer,
): readonly Part[] {
  const points = Math.min(36, Math.floor(430 / (issuer.length * 1.06)));
  const reference = `${documentNo}\t${signedBy === undefined ? '' : `签发人：${signedBy}`}`;
  return [
    write('OfficePlain', words(issuer, { font: officeFonts.title, color: red, size: points * 2 }), {
      alignment: AlignmentType.CENTER,
      spacing: { line: 900, lineRule: 'atLeast', after: 120 },
    }),
    write('OfficePlain', words(reference), {
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth.portrait }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 4 } },
      spacing: { line: 579, lineRule: 'exact', after: 400 },
    }),
    write('OfficeTitle', words(title ?? subject)),
    ...(salutation === undefined ? [] : [write('OfficePlain', words(salutation))]),
  ];
}

function setBlock(block: Block, write: Writer, keepNext = false): readonly Part[] {
  switch (block.kind) {
    case 'paragraph':
      return [write('OfficeBody', words(block.text), { ...(keepNext && { keepNext }) })];
    case 'heading':
      return [write('OfficeHeading', words(block.text))];
    case 'lines':
      return block.lines.map((line) => write('OfficeBody', words(line), { ...(keepNext && { keepNext }) }));
    case 'link':
    case 'inset':
      return [];
    case 'table':
      return [...captionOf(block, write), setTable(block)];
  }
}

function captionOf({ caption }: Table, write: Writer): readonly Part[] {
  return caption === undefined
    ? [write('OfficePlain', [], { spacing: { line: 160, lineRule: 'exact' } })]
    : [write('OfficeCaption', words(caption))];
}

/** 附件1 in 黑体 at the left edge, its title centred below. */
function setAnnex(block: Block, index: number, write: Writer): readonly Part[] {
  if (block.kind !== 'table') return setBlock(block, write);
  const [mark = '', name = ''] = (block.caption ?? '').split('　');
  return [
    write('OfficePlain', words(mark, { font: officeFonts.heading }), {
      pageBreakBefore: index === 0,
      keepNext: true,
      spacing: { line: 579, lineRule: 'exact', before: index === 0 ? 0 : 480 },
    }),
    write('OfficeTitle', words(name, { size: 36 })),
    setTable(block),
  ];
}

function setTable(table: Table): WordTable {
  const { columns, rows } = filledColumns(table);
  return officeTable(
    {
      widths: columns.map(({ width = 20 }) => width),
      head: columns.map(({ label }) => label),
      rows: rows.map((row) => columns.map(({ align = 'left' }, index) => ({ text: row[index] ?? '', align }))),
      size: columns.length > 5 ? sizes.小五 : sizes.五号,
    },
    textWidth.portrait,
  );
}

/** 发文机关署名 over 成文日期, four characters from the right edge; the seal goes over both. */
function signature({ issuer, date }: Draft, write: Writer): readonly Part[] {
  if (date === undefined) return [];
  const right = { alignment: AlignmentType.RIGHT, keepNext: true } as const;
  return [
    write('OfficePlain', words(issuer), {
      ...right,
      indent: { right: 640 },
      spacing: { line: 579, lineRule: 'exact', before: 579 },
    }),
    write('OfficePlain', words(date), { ...right, indent: { right: 1280 } }),
  ];
}

function foot({ foot: lines }: Draft, write: Writer): readonly Part[] {
  return lines
    .filter((line) => line.startsWith('联系人') || /不外发|不自动上报/.test(line))
    .map((line) => write('OfficeBody', words(line.startsWith('联系人') ? `（${line}）` : line)));
}
