import {
  AlignmentType,
  convertMillimetersToTwip as mm,
  Footer,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { officeFonts, sizes } from './office-fonts.js';

/** Width of the text in twips: 156 mm upright, 225 mm lying. */
export const textWidth = { portrait: mm(156), landscape: mm(225) } as const;

export type Orientation = keyof typeof textWidth;

const margins = {
  portrait: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
  landscape: { top: mm(28), bottom: mm(26), left: mm(37), right: mm(35) },
} as const;

/** A section on GB/T 9704's A4, its pages numbered “— 1 —”: odd ones on the right, even ones on the left. */
export function officialSection(orientation: Orientation, children: ISectionOptions['children']): ISectionOptions {
  const lying = orientation === 'landscape';
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margins[orientation], header: mm(15), footer: mm(lying ? 16 : 25) },
      },
    },
    footers: {
      default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
      even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
    },
    children,
  };
}

/** One character away from the edge. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Paragraph {
  return new Paragraph({
    alignment,
    indent: alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 },
    spacing: { line: 320, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ font: officeFonts.page, size: sizes.四号, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}
