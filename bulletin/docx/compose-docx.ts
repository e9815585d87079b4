import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { officeFonts, sizes } from '../../documents/office-fonts.js';
import { officialSection, type Orientation, textWidth } from '../../documents/official-page.js';
import type { OfficeStyle } from '../../documents/official-styles.js';
import { officeTable } from '../../documents/office-table.js';
import { packDocument } from '../../documents/pack-document.js';
import { openWriter, type Writer, words } from '../../documents/words.js';
import type { Bars, BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import { plain } from '../../domain/roll-up/prose.js';
import type { Signers } from '../signers.js';
import { bookmarkName } from './bookmark-name.js';
import { type FixedPiece, outlineOf, type Piece, type TextPiece } from './outline.js';
import { barLegend, sheetBars, sheetTable } from './sheet-tables.js';
import { wordProperties } from './word-properties.js';

export interface WordComposition {
  readonly campaign: string;
  readonly version: number;
  /** Printed across the top until it is approved. */
  readonly draft?: boolean;
  readonly signers?: Signers;
}

const red = 'D7000F';

/** The bulletin as a Word document in the official format; every text is bookmarked, so that edits find their way back. */
export async function composeDocx(
  model: BulletinModel,
  { campaign, version, draft = false, signers }: WordComposition,
): Promise<Buffer> {
  const { body, back } = outlineOf(model, signers);
  const write = openWriter();
  const banner = draft ? [draftBanner(write, version)] : [];
  return packDocument({
    title: `${model.name}第${model.issue}期 ${plain(model.title.spans)}`,
    author: model.issuer,
    date: model.issuedOn,
    properties: wordProperties({ campaign, round: model.round, version }),
    sections: [
      officialSection('portrait', [...banner, ...body.flatMap((piece) => set(piece, write, 'portrait'))]),
      officialSection(
        'landscape',
        back.flatMap((piece) => set(piece, write, 'landscape')),
      ),
    ],
  });
}

function draftBanner(write: Writer, version: number): Paragraph {
  const edge = { style: BorderStyle.DASHED, size: 12, color: 'AA3300', space: 2 };
  const looks = { size: sizes.小四, color: 'AA3300', font: officeFonts.heading };
  return write('OfficePlain', words(`草稿第${version}版，未经签发，请勿转发`, looks), {
    bookmark: bookmarkName('fixed', 'draft'),
    alignment: AlignmentType.CENTER,
    border: { top: edge, bottom: edge, left: edge, right: edge },
  });
}

function set(piece: Piece, write: Writer, orientation: Orientation): readonly (Paragraph | Table)[] {
  switch (piece.kind) {
    case 'text':
      return [setText(piece, write)];
    case 'fixed':
      return [setFixed(piece, write)];
    case 'table':
      return [officeTable(sheetTable(piece.table), textWidth[orientation]), spacer(write)];
    case 'bars':
      return [officeTable(sheetBars(piece.bars), textWidth[orientation]), legend(piece.bars, write)];
  }
}

function setText({ id, lead, text, role }: TextPiece, write: Writer): Paragraph {
  const style = { title: 'OfficeTitle', summary: 'OfficeSummary', body: 'OfficeBody', item: 'OfficeBody' } as const;
  const face = {
    title: {},
    summary: { font: officeFonts.heading },
    body: { font: officeFonts.subheading, bold: true },
    item: {},
  };
  const leading = lead === '' ? [] : words(lead, face[role]);
  return write(style[role], [...leading, ...words(text)], { bookmark: bookmarkName('text', id) });
}

const fixedStyle: Readonly<Record<FixedPiece['role'], OfficeStyle>> = {
  masthead: 'OfficePlain',
  issue: 'OfficePlain',
  imprint: 'OfficePlain',
  heading: 'OfficeHeading',
  caption: 'OfficeCaption',
  note: 'OfficeNote',
  mark: 'OfficePlain',
  annexTitle: 'OfficeTitle',
  colophon: 'OfficeColophon',
};

function setFixed({ id, text, role }: FixedPiece, write: Writer): Paragraph {
  return write(fixedStyle[role], words(text, fixedLooks(role, text)), {
    bookmark: bookmarkName('fixed', id),
    ...fixedShape(role, id),
  });
}

/** 46 pt fills the width with eight characters; a longer name is set smaller so that it stays on one line. */
function fixedLooks(role: FixedPiece['role'], text: string): object {
  if (role === 'masthead') {
    const points = Math.min(46, Math.floor(430 / (text.length * 1.08)));
    return { font: officeFonts.title, color: red, size: points * 2, characterSpacing: Math.round(points * 1.6) };
  }
  if (role === 'mark') return { font: officeFonts.heading };
  return role === 'annexTitle' ? { size: 36 } : {};
}

function fixedShape(role: FixedPiece['role'], id: string): IParagraphOptions {
  switch (role) {
    case 'masthead':
      return { alignment: AlignmentType.CENTER, spacing: { line: 1100, lineRule: 'atLeast', before: 0, after: 160 } };
    case 'issue':
      return { alignment: AlignmentType.CENTER };
    case 'imprint':
      return {
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth.portrait }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 4 } },
        spacing: { line: 579, lineRule: 'exact', before: 120, after: 480 },
      };
    case 'colophon':
      return id === 'to-1' ? { spacing: { line: 480, lineRule: 'exact', before: 480 }, border: rule('top') } : {};
    default:
      return {};
  }
}

const rule = (edge: 'top') => ({ [edge]: { style: BorderStyle.SINGLE, size: 10, color: '111111', space: 4 } });

/** Word joins two tables that touch. */
function spacer(write: Writer): Paragraph {
  return write('OfficePlain', [], { spacing: { line: 120, lineRule: 'exact' } });
}

function legend(bars: Bars, write: Writer): Paragraph {
  const items = barLegend(bars).flatMap(({ name, fill }, index) => [
    new TextRun({
      text: `${index === 0 ? '' : '　'}${fill === 'ffffff' ? '□' : '■'}`,
      color: fill === 'ffffff' ? '333333' : fill,
      size: sizes.小五,
    }),
    new TextRun({ text: name, size: sizes.小五 }),
  ]);
  return write('OfficePlain', items, {
    bookmark: bookmarkName('fixed', `legend-${bars.id}`),
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: 320, lineRule: 'atLeast' },
  });
}
