import { fullDay } from '../../domain/roll-up/bulletin-dates.js';
import type { Bars, Block, BulletinModel, Paragraph, Section, Table } from '../../domain/roll-up/bulletin-model.js';
import { plain } from '../../domain/roll-up/prose.js';
import { captionsOf, headingOf, issueLine } from '../captions.js';
import { correctionLine } from '../correction-line.js';
import { signedBy, type Signers } from '../signers.js';

/** A text that may be changed in Word. */
export interface TextPiece {
  readonly kind: 'text';
  readonly id: string;
  /** Printed before the text, kept through edits. */
  readonly lead: string;
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly role: 'title' | 'summary' | 'body' | 'item';
  /** Where it stands, as a reader would say: “总体情况”第1段. */
  readonly place: string;
  readonly section?: Section['id'];
}

/** Words that are the bulletin's frame. */
export interface FixedPiece {
  readonly kind: 'fixed';
  readonly id: string;
  readonly text: string;
  readonly role: 'masthead' | 'issue' | 'imprint' | 'heading' | 'caption' | 'note' | 'mark' | 'annexTitle' | 'colophon';
  readonly place: string;
  readonly section?: Section['id'];
}

export interface TablePiece {
  readonly kind: 'table';
  readonly table: Table;
  readonly place: string;
}

export interface BarsPiece {
  readonly kind: 'bars';
  readonly bars: Bars;
  readonly place: string;
}

export type Piece = TextPiece | FixedPiece | TablePiece | BarsPiece;

export interface Outline {
  readonly body: readonly Piece[];
  /** On pages that lie: the annex, corrections and the colophon. */
  readonly back: readonly Piece[];
}

/** The bulletin in the order it is printed: what is composed as a document, and what a returned one is held against. */
export function outlineOf(model: BulletinModel, signers: Signers = {}): Outline {
  return {
    body: [...front(model), ...model.sections.flatMap((section) => sectionPieces(model, section))],
    back: back(model, signers),
  };
}

function front(model: BulletinModel): readonly Piece[] {
  return [
    fixed('masthead', model.name, 'masthead', '刊头'),
    fixed('issue', issueLine(model), 'issue', '期号'),
    fixed('imprint', `${model.issuer}\t${fullDay(model.issuedOn)}`, 'imprint', '编印单位和日期'),
    text(model.title, 'title', '标题'),
    { ...text(model.summary, 'summary', '提要'), lead: '〔提要〕' },
  ];
}

function sectionPieces(model: BulletinModel, section: Section): readonly Piece[] {
  const heading = headingOf(model, section);
  const captions = captionsOf(model);
  let paragraphs = 0;
  const pieces = section.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') paragraphs += 1;
    return blockPieces(block, captions, `“${heading}”第${paragraphs}段`);
  });
  const all = [fixed(`heading-${section.id}`, heading, 'heading', `“${heading}”的标题`), ...pieces];
  return all.map((piece) =>
    piece.kind === 'text' || piece.kind === 'fixed' ? { ...piece, section: section.id } : piece,
  );
}

function blockPieces(block: Block, captions: ReadonlyMap<string, string>, place: string): readonly Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return [text(block, /^\d/.test(block.lead ?? '') ? 'item' : 'body', place)];
    case 'table':
      return tablePieces(block, captions.get(block.id) ?? block.caption);
    case 'bars':
      return [
        { kind: 'bars', bars: block, place: `图“${block.caption}”` },
        fixed(`caption-${block.id}`, block.caption, 'caption', `图题“${block.caption}”`),
      ];
  }
}

function tablePieces(table: Table, caption: string): readonly Piece[] {
  const name = caption.split('　')[0] ?? caption;
  return [
    fixed(`caption-${table.id}`, caption, 'caption', `${name}的表题`),
    { kind: 'table', table, place: name },
    ...(table.note === undefined ? [] : [fixed(`note-${table.id}`, `注：${table.note}`, 'note', `${name}的注`)]),
  ];
}

function back({ annex, corrections, distribution }: BulletinModel, signers: Signers): readonly Piece[] {
  const signed = signedBy(signers);
  return [
    fixed('annex-mark', '附表', 'mark', '附表'),
    fixed('annex-title', annex.caption, 'annexTitle', '附表的标题'),
    { kind: 'table', table: annex, place: '附表' },
    ...(corrections.length === 0 ? [] : [fixed('corrections', '更正', 'mark', '更正')]),
    ...corrections.map((line, index) => fixed(`correction-${index + 1}`, correctionLine(line), 'note', '更正')),
    ...distribution.map(({ label, to }, index) => fixed(`to-${index + 1}`, `${label}：${to}`, 'colophon', '版记')),
    ...(signed === '' ? [] : [fixed('signed', signed, 'colophon', '版记')]),
  ];
}

function text(paragraph: Paragraph, role: TextPiece['role'], place: string): TextPiece {
  const { id, lead = '', spans } = paragraph;
  return { kind: 'text', id, lead, text: plain(spans), paragraph, role, place };
}

function fixed(id: string, words: string, role: FixedPiece['role'], place: string): FixedPiece {
  return { kind: 'fixed', id, text: words, role, place };
}
