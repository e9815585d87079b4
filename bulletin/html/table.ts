import { html } from 'hono/html';
import type { Light } from '../../domain/pace.js';
import type { Cell, Column, Row, Table } from '../../domain/roll-up/bulletin-model.js';
import type { Fragment } from './fragment.js';
import { paceBar } from './pace-bar.js';
import { spansHtml } from './spans.js';

/** Up to this many rows a table is kept on one page. */
const wholeRows = 8;

/** A table that repeats its head on every page and never splits a row. */
export function tableHtml(table: Table, caption: string | undefined): Fragment {
  return html`<figure id="${table.id}" class="${table.rows.length > wholeRows ? 'long' : 'whole'}">
    ${caption === undefined ? '' : html`<figcaption>${caption}</figcaption>`}
    <div class="scroll">
      <table>
        <colgroup>
          ${table.columns.map(({ width }) => html`<col style="width:${width.toFixed(2)}%" />`)}
        </colgroup>
        <thead>
          <tr>
            ${table.columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map((row) => rowHtml(row, table.columns))}
        </tbody>
      </table>
    </div>
    ${table.note === undefined ? '' : html`<p class="note">注：${table.note}</p>`}
  </figure>`;
}

function rowHtml({ kind, cells }: Row, columns: readonly Column[]): Fragment {
  if (kind === 'group') {
    return html`<tr class="group">
      <td colspan="${columns.length}">${spansHtml(cells.flatMap(({ spans }) => spans))}</td>
    </tr>`;
  }
  return html`<tr class="${kind}">
    ${cells.map((cell, index) => html`<td class="${columns[index]?.align ?? 'left'}">${cellHtml(cell)}</td>`)}
  </tr>`;
}

function cellHtml({ spans, below, light, bar }: Cell): Fragment {
  const words = light === undefined ? spansHtml(spans) : lightHtml(light, spansHtml(spans));
  return html`${words}${below === undefined ? '' : html`<span class="below">${spansHtml(below)}</span>`}${
    bar === undefined ? '' : paceBar(bar)
  }`;
}

/** A light is its shape, its colour and its word: readable without colour, and in print. */
function lightHtml(light: Light, words: Fragment): Fragment {
  const dot = light === 'green' || light === 'yellow' || light === 'red' ? html`<i aria-hidden="true"></i>` : '';
  return html`<span class="light ${light}">${dot}${words}</span>`;
}
