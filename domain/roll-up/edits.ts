import type { Block, BulletinModel, Paragraph, Section, Span, Traced } from './bulletin-model.js';
import { keptBetween } from './kept-between.js';
import { forbiddenWords } from './plain-words.js';
import { isTraced, plain } from './prose.js';
import { namingParagraph } from './reporting.js';

/** What a coordinator may change in a draft: texts by paragraph id (empty removes one, a new line begins another), and whether to name. */
export interface BulletinEdits {
  readonly texts?: Readonly<Record<string, string>>;
  readonly naming?: boolean;
}

/** Every text that may be edited, by id, as it stands; `title` and `summary` are two of them. Tables are not texts. */
export function editableTexts(model: BulletinModel): Readonly<Record<string, string>> {
  return Object.fromEntries(paragraphsOf(model).map(({ id, spans }) => [id, plain(spans)]));
}

/**
 * The model with the edits in it. Traces stay on every figure outside the changed stretch of a text; figures inside
 * it lose theirs and are noted for the approver. Throws on an unknown id and on an empty title.
 */
export function applyEdits(model: BulletinModel, { texts = {}, naming }: BulletinEdits): BulletinModel {
  refuseUnknown(model, texts);
  const named = naming === undefined ? model : renamed(model, naming);
  const edit = (paragraph: Paragraph) => edited(paragraph, texts[paragraph.id]);
  return {
    ...named,
    title: edit(named.title),
    summary: edit(named.summary),
    sections: named.sections.map((section) => editedSection(section, edit)).filter(({ blocks }) => blocks.length > 0),
    notes: [...named.notes, ...paragraphsOf(named).flatMap((paragraph) => notesOn(paragraph, texts[paragraph.id]))],
  };
}

function paragraphsOf(model: BulletinModel): readonly Paragraph[] {
  const blocks = model.sections.flatMap((section) => section.blocks);
  return [model.title, model.summary, ...blocks.filter((block) => block.kind === 'paragraph')];
}

function refuseUnknown(model: BulletinModel, texts: Readonly<Record<string, string>>): void {
  const known = Object.keys(editableTexts(model));
  for (const [id, text] of Object.entries(texts)) {
    if (!known.includes(id)) {
      throw new Error(`简报中没有可编辑的段落“${id}”；可编辑的有：${known.join('、')}。请核对段落代码。`);
    }
    if ((id === 'title' || id === 'summary') && text.trim() === '') {
      throw new Error(`“${id}”（标题、提要）不得为空，请填写文字。`);
    }
  }
}

function editedSection(section: Section, edit: (paragraph: Paragraph) => Paragraph): Section {
  const ids = new Set(section.blocks.map(({ id }) => id));
  const blocks = section.blocks
    .flatMap((block): readonly Block[] => (block.kind === 'paragraph' ? split(edit(block), ids) : [block]))
    .filter((block) => block.kind !== 'paragraph' || block.spans.length > 0);
  return { ...section, blocks: numberedAnew(blocks) };
}

/** A text of several lines becomes as many paragraphs; the first keeps the id and the lead. */
function split(paragraph: Paragraph, ids: Set<string>): readonly Paragraph[] {
  if (paragraph.edited !== true) return [paragraph];
  const [own = [], ...more] = linesOf(paragraph.spans);
  return [
    { ...paragraph, spans: own },
    ...more.map((spans): Paragraph => ({ kind: 'paragraph', id: freeId(paragraph.id, ids), spans, edited: true })),
  ];
}

function linesOf(spans: readonly Span[]): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    if (typeof span !== 'string') lines.at(-1)?.push(span);
    else
      span.split('\n').forEach((part, index) => {
        if (index > 0) lines.push([]);
        if (part !== '') lines.at(-1)?.push(part);
      });
  }
  return lines.filter((line, index) => index === 0 || plain(line).trim() !== '');
}

function freeId(id: string, ids: Set<string>): string {
  let number = 2;
  while (ids.has(`${id}/${number}`)) number += 1;
  ids.add(`${id}/${number}`);
  return `${id}/${number}`;
}

/** 1．2．3． count on without the one that went. */
function numberedAnew(blocks: readonly Block[]): readonly Block[] {
  let number = 0;
  return blocks.map((block) => {
    if (block.kind !== 'paragraph' || !/^\d+．$/.test(block.lead ?? '')) return block;
    number += 1;
    return block.lead === `${number}．` ? block : { ...block, lead: `${number}．` };
  });
}

function edited(paragraph: Paragraph, text: string | undefined): Paragraph {
  if (text === undefined || text.trim() === plain(paragraph.spans)) return paragraph;
  return { ...paragraph, spans: respanned(paragraph.spans, text.trim()), edited: true };
}

/** Spans that the new text begins and ends with are kept whole, and those between two changes that stand unmoved. */
function respanned(spans: readonly Span[], text: string): readonly Span[] {
  let [start, head] = [0, 0];
  while (head < spans.length && text.startsWith(wordsOf(spans[head]), start) && endsWhole(spans[head], text, start)) {
    start += wordsOf(spans[head]).length;
    head += 1;
  }
  const before = spans.slice(0, head);
  const after = keptTail(spans.slice(head), text.slice(start));
  const middle = text.slice(start, text.length - plain(after).length);
  return [...before, ...keptBetween(spans.slice(head, spans.length - after.length), middle), ...after];
}

function keptTail(spans: readonly Span[], text: string): readonly Span[] {
  let [end, tail] = [text.length, spans.length];
  while (tail > 0) {
    const words = wordsOf(spans[tail - 1]);
    if (!text.endsWith(words, end) || words.length > end || beginsInside(spans[tail - 1], text, end - words.length))
      break;
    end -= words.length;
    tail -= 1;
  }
  return spans.slice(isOfTheSame(spans, tail, text.slice(0, end)) ? tail : tail + 1);
}

/** 尚未启动1 is no longer that figure once 进展滞后 stands before it. */
function isOfTheSame(spans: readonly Span[], tail: number, before: string): boolean {
  const label = wordsOf(spans[tail - 1]);
  return typeof spans[tail] !== 'object' || label === '' || before.endsWith(label.slice(-1));
}

/** A traced 12 is not found in 120, nor in 12.5: the figure ends where the digits end. */
function endsWhole(span: Span | undefined, text: string, start: number): boolean {
  if (span === undefined || typeof span === 'string') return true;
  return !/^[\d.]/.test(text.slice(start + span.text.length)) || !/\d$/.test(span.text);
}

function beginsInside(span: Span | undefined, text: string, start: number): boolean {
  return typeof span === 'object' && /^\d/.test(span.text) && /[\d.]$/.test(text.slice(0, start));
}

function wordsOf(span: Span | undefined): string {
  if (span === undefined) return '';
  return typeof span === 'string' ? span : span.text;
}

function notesOn(paragraph: Paragraph, text: string | undefined): readonly string[] {
  const after = edited(paragraph, text);
  if (after === paragraph || text === undefined) return [];
  const kept = new Set(after.spans.filter(isTraced));
  const lost = paragraph.spans.filter((span): span is Traced => isTraced(span) && !kept.has(span));
  const words = forbiddenWords(text);
  return [
    ...(lost.length === 0 ? [] : [`段落“${paragraph.id}”经人工改动，改动处的数字不再带出处，请自行核实。`]),
    ...(words.length === 0 ? [] : [`段落“${paragraph.id}”含禁用语“${words.join('”“')}”，请改写。`]),
  ];
}

function renamed(model: BulletinModel, agreed: boolean): BulletinModel {
  const naming = { ...model.naming, agreed };
  const paragraph = namingParagraph(naming);
  const sections = model.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'paragraph' && block.id === 'reporting-naming' && paragraph !== undefined ? paragraph : block,
    ),
  }));
  return { ...model, naming, sections };
}
