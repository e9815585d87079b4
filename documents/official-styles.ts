import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { officeFonts, sizes } from './office-fonts.js';

/** 28.95 pt: 22 lines fill the 225 mm of a page's text. */
const bodyLine = { line: 579, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const tableLine = { line: 300, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 } as const;
const noteLine = { line: 280, lineRule: LineRuleType.AT_LEAST, before: 60, after: 120 } as const;

/** Names as Word lists them; `next` is what Enter gives. */
const style = (id: OfficeStyle, name: string, run: object, paragraph: object) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'OfficeBody',
  quickFormat: true,
  run: { size: sizes.三号, font: officeFonts.body, ...run },
  paragraph: { spacing: bodyLine, ...paragraph },
});

export type OfficeStyle =
  | 'OfficeBody'
  | 'OfficePlain'
  | 'OfficeTitle'
  | 'OfficeHeading'
  | 'OfficeSummary'
  | 'OfficeCaption'
  | 'OfficeNote'
  | 'OfficeCell'
  | 'OfficeCellHead'
  | 'OfficeColophon';

/** GB/T 9704: 三号仿宋 on an exact line, headings in 黑体 and 楷体, the title in 二号小标宋. */
export const officialStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: officeFonts.body, size: sizes.三号, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: bodyLine },
    },
  },
  paragraphStyles: [
    style(
      'OfficeBody',
      '公文正文',
      {},
      { alignment: AlignmentType.BOTH, indent: { firstLineChars: 200, firstLine: 640 } },
    ),
    style('OfficePlain', '公文顶格', {}, { alignment: AlignmentType.BOTH }),
    style(
      'OfficeTitle',
      '公文标题',
      { size: sizes.二号, font: officeFonts.title },
      {
        alignment: AlignmentType.CENTER,
        outlineLevel: 0,
        keepNext: true,
        spacing: { line: 680, lineRule: LineRuleType.EXACT, before: 0, after: 240 },
      },
    ),
    style(
      'OfficeHeading',
      '公文一级标题',
      { font: officeFonts.heading },
      { outlineLevel: 1, keepNext: true, indent: { firstLineChars: 200, firstLine: 640 } },
    ),
    style(
      'OfficeSummary',
      '公文提要',
      { font: officeFonts.subheading },
      { alignment: AlignmentType.BOTH, indent: { firstLineChars: 200, firstLine: 640 } },
    ),
    style(
      'OfficeCaption',
      '公文表题',
      { size: sizes.小四, font: officeFonts.heading },
      { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...noteLine, before: 160, after: 60 } },
    ),
    style('OfficeNote', '公文表注', { size: sizes.小五 }, { spacing: noteLine }),
    style('OfficeCell', '公文表格', { size: sizes.五号 }, { spacing: tableLine }),
    style('OfficeCellHead', '公文表头', { size: sizes.五号, font: officeFonts.heading }, { spacing: tableLine }),
    style(
      'OfficeColophon',
      '公文版记',
      { size: sizes.四号 },
      {
        keepNext: true,
        spacing: { line: 480, lineRule: LineRuleType.EXACT },
        indent: { left: 840, hanging: 560, right: 280 },
      },
    ),
  ],
};
