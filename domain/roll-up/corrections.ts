import type { BulletinModel, Correction, Paragraph, Row, Source, Span, Table } from './bulletin-model.js';
import { sectionHeadings } from './bulletin-model.js';
import { isTraced, plain } from './prose.js';

interface Difference {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
}

/**
 * What a corrected version prints differently from the published one: clauses of the texts, cells of table 1 and of
 * the annex. The other tables repeat the annex's figures. Both models must be of one issue.
 */
export function corrections(before: BulletinModel, after: BulletinModel): readonly Correction[] {
  const lines = [
    ...textDifferences('标题', before.title, after.title),
    ...textDifferences('提要', before.summary, after.summary),
    ...sectionTexts(before).flatMap(({ place, paragraph }) => {
      const same = sectionTexts(after).find((other) => other.paragraph.id === paragraph.id);
      return same === undefined ? [] : textDifferences(place, paragraph, same.paragraph);
    }),
    ...tableDifferences('表1', tableOf(before, 'table-areas'), tableOf(after, 'table-areas')),
    ...tableDifferences('附表', before.annex, after.annex),
  ];
  return lines.map((line) => ({ issue: before.issue, ...line }));
}

type Line = Omit<Correction, 'issue'>;

function sectionTexts(model: BulletinModel): readonly { place: string; paragraph: Paragraph }[] {
  return model.sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [{ place: `“${sectionHeadings[id]}”部分`, paragraph: block }] : [],
    ),
  );
}

function tableOf(model: BulletinModel, id: string): Table | undefined {
  return model.sections
    .flatMap(({ blocks }) => blocks)
    .find((block): block is Table => block.kind === 'table' && block.id === id);
}

function textDifferences(place: string, before: Paragraph, after: Paragraph): readonly Line[] {
  const [was, is] = [plain(before.spans), plain(after.spans)];
  if (was === is) return [];
  const reason = reasonOf({ before: before.spans, after: after.spans });
  const [old, now] = [clauses(was), clauses(is)];
  if (old.length !== now.length) return [{ place, before: was, after: is, reason }];
  return old.flatMap((clause, index) => {
    const other = now[index] ?? '';
    return clause === other ? [] : [{ place, before: clause, after: other, reason }];
  });
}

function clauses(text: string): readonly string[] {
  return text.split(/[，。；、：]/);
}

function tableDifferences(place: string, before: Table | undefined, after: Table | undefined): readonly Line[] {
  if (before === undefined || after === undefined) return [];
  return before.rows
    .filter((row) => row.kind !== 'group')
    .flatMap((row) => {
      const same = after.rows.find((other) => other.key === row.key);
      return same === undefined ? [] : rowDifferences(place, row, same, before, after);
    });
}

/** Cells are matched by their column's name: a column that came or went is no correction. */
function rowDifferences(place: string, before: Row, after: Row, was: Table, is: Table): readonly Line[] {
  return was.columns.flatMap(({ name }, index) => {
    const [old, now] = [before.cells[index], after.cells[is.columns.findIndex((column) => column.name === name)]];
    if (old === undefined || now === undefined || plain(old.spans) === plain(now.spans)) return [];
    const label = place === '附表' ? `任务${before.key}` : before.key;
    const change = { before: old.spans, after: now.spans };
    const [beforeText, afterText] = [plain(old.spans) || '（空）', plain(now.spans) || '（空）'];
    return [{ place: `${place}${label}“${name}”`, before: beforeText, after: afterText, reason: reasonOf(change) }];
  });
}

/** Another version, or another answer, behind the figure means the party corrected itself; else we misread. */
function reasonOf({ before, after }: Difference): string {
  return traceOf(before) === traceOf(after) ? '录入差错' : '来源单位更正';
}

function traceOf(spans: readonly Span[]): string {
  const sources = spans.flatMap((span): readonly Source[] => (isTraced(span) ? span.sources : []));
  return [...new Set(sources.map(({ answer, version }) => `${answer}:${version}`))].toSorted().join(' ');
}
