import { html } from 'hono/html';
import type { BarPart, Bars } from '../../domain/roll-up/bulletin-model.js';
import { categories, type Category } from '../../domain/roll-up/category.js';
import { categoryColours as colours } from '../category-colours.js';
import type { Fragment } from './fragment.js';
import { sourceList } from './spans.js';

const labelWidth = 66;
const barWidth = 530;
const rowHeight = 26;
const legendColumns = 8;

/** One stacked bar a row, each to its own total, counts written in. */
export function barsHtml({ id, caption, rows }: Bars): Fragment {
  const shown = (rows[0]?.parts ?? []).map(({ category }) => category).filter((category) => used(rows, category));
  const legendTop = rows.length * rowHeight + 8;
  const height = legendTop + Math.ceil(shown.length / legendColumns) * 18;
  return html`<figure id="${id}" class="whole">
    <svg viewBox="0 0 ${labelWidth + barWidth + 2} ${height}" role="img" aria-label="${caption}">
      ${rows.map(({ label, parts }, index) => rowSvg(label, parts, index * rowHeight))}
      ${shown.map((category, index) => legendSvg(category, index, legendTop))}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

function used(rows: Bars['rows'], category: Category): boolean {
  return rows.some(({ parts }) => parts.some((part) => part.category === category && part.count > 0));
}

function rowSvg(label: string, parts: readonly BarPart[], top: number): Fragment {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { count }) => sum + count, 0));
  const scale = total === 0 ? 0 : barWidth / total;
  return html`<text x="${labelWidth - 8}" y="${top + 16}" font-size="12" text-anchor="end">${label}</text>
    ${parts.map((part, index) => partSvg(part, labelWidth + (starts[index] ?? 0) * scale, part.count * scale, top))}`;
}

function partSvg({ category, count, sources }: BarPart, x: number, width: number, top: number): Fragment | string {
  if (count === 0) return '';
  const [fill, ink] = colours[category];
  return html`<g data-sources="${sourceList(sources)}">
    <title>${categories[category]}${count}项</title>
    <rect
      x="${x.toFixed(1)}"
      y="${top + 2}"
      width="${width.toFixed(1)}"
      height="${rowHeight - 6}"
      fill="${fill}"
      stroke="#333"
      stroke-width=".6"
    />
    ${
      width < 9
        ? ''
        : html`<text
            x="${(x + width / 2).toFixed(1)}"
            y="${top + 16}"
            font-size="11"
            fill="${ink}"
            text-anchor="middle"
          >
            ${count}
          </text>`
    }
  </g>`;
}

function legendSvg(category: Category, index: number, top: number): Fragment {
  const x = labelWidth + (index % legendColumns) * (barWidth / legendColumns);
  const y = top + Math.floor(index / legendColumns) * 18;
  return html`<rect
      x="${x}"
      y="${y}"
      width="11"
      height="11"
      fill="${colours[category][0]}"
      stroke="#333"
      stroke-width=".6"
    />
    <text x="${x + 16}" y="${y + 10}" font-size="11">${categories[category]}</text>`;
}
