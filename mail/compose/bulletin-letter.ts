import { wordMedia } from '../../documents/word-media.js';
import { paragraph, presentBlocks, type Draft, type LetterAttachment } from './draft.js';
import { official, officialFoot } from './frame.js';
import type { BulletinModel } from './letter-model.js';
import { fullRoundName } from './round-name.js';

/** Mail programs show one document: the page's styles and what is inside its body. */
const pageInset = (page: string): string => {
  const styles = [...page.matchAll(/<style\b[^>]*>[\s\S]*?<\/style>/gi)].map(([style]) => style);
  const body = /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(page)?.[1] ?? page;
  return [...styles.filter((style) => !body.includes(style)), body].join('\n');
};

export const bulletinFiles = ({ campaign, issue, page, docx }: BulletinModel): readonly LetterAttachment[] => {
  const name = `${campaign.bulletin}第${issue}期`;
  return [
    { filename: `${name}.html`, contentType: 'text/html; charset=utf-8', content: page },
    ...(docx ? [{ filename: `${name}.docx`, contentType: wordMedia, content: docx }] : []),
  ];
};

/** Covers the published bulletin; the whole page comes along as a file, too, and as a Word document. */
export const composeBulletin = (model: BulletinModel, zone: string): Draft => {
  const { campaign, round, issue, version, title, summary, page, link } = model;
  const corrected = version > 1 ? '更正版，请以本件为准。' : '';
  return {
    ...official(model, zone),
    foot: officialFoot(campaign).slice(0, -2),
    subject: `【${campaign.bulletin}】第${issue}期${version > 1 ? '（更正）' : ''}：${title}`,
    blocks: presentBlocks([
      paragraph(
        `现将《${campaign.bulletin}》第${issue}期送上，${corrected}`,
        `所载为${fullRoundName(round.round)}情况，请阅。如有更正意见，请告知我办。`,
      ),
      paragraph(summary),
      { kind: 'link', label: '网页版', url: link ?? '', note: '' },
      { kind: 'inset', html: pageInset(page), text: '全文见附件。' },
    ]),
  };
};
