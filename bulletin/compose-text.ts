import { fullDay } from '../domain/roll-up/bulletin-dates.js';
import type { Block, BulletinModel, Cell, Row, Section, Table } from '../domain/roll-up/bulletin-model.js';
import { plain } from '../domain/roll-up/prose.js';
import { captionsOf, headingOf, issueLine } from './captions.js';
import { correctionLine } from './correction-line.js';

const rule = '━'.repeat(24);

/** The bulletin as plain text for a letter's body: all of it but the bars, the annex and the list of sources. */
export function composeText(model: BulletinModel): string {
  const { sections, corrections, distribution, annex } = model;
  return [
    ...head(model),
    ...sections.flatMap((section) => sectionLines(model, section)),
    '',
    `附表：${annex.caption}（见网页版）`,
    ...corrections.map((correction) => `［更正］${correctionLine(correction)}`),
    rule,
    ...distribution.map(({ label, to }) => `${label}：${to}`),
    '',
  ]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}

function head(model: BulletinModel): readonly string[] {
  return [
    model.name,
    issueLine(model),
    `${model.issuer}　　${fullDay(model.issuedOn)}`,
    rule,
    plain(model.title.spans),
    '',
    `　　〔提要〕${plain(model.summary.spans)}`,
  ];
}

function sectionLines(model: BulletinModel, section: Section): readonly string[] {
  const captions = captionsOf(model);
  return ['', `　　${headingOf(model, section)}`, ...section.blocks.flatMap((block) => blockLines(block, captions))];
}

function blockLines(block: Block, captions: ReadonlyMap<string, string>): readonly string[] {
  if (block.kind === 'bars') return [];
  if (block.kind === 'paragraph') return [`　　${block.lead ?? ''}${plain(block.spans)}`];
  return tableLines(block, captions.get(block.id) ?? block.caption);
}

function tableLines({ columns, rows, note }: Table, caption: string): readonly string[] {
  return [
    '',
    caption,
    columns.map(({ name }) => name).join('｜'),
    ...rows.map(rowLine),
    ...(note === undefined ? [] : [`注：${note}`]),
    '',
  ];
}

function rowLine({ cells }: Row): string {
  return cells.map(cellText).join('｜');
}

function cellText({ spans, below }: Cell): string {
  return below === undefined ? plain(spans) : `${plain(spans)}（${plain(below)}）`;
}
