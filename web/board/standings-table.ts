import { html } from 'hono/html';
import type { PartyStatus, StandingCounts, Status } from '../../domain/board.js';
import { byUrgency } from '../../domain/party-urgency.js';
import { standings, type Standing } from '../../domain/standing.js';
import type { Markup } from '../web-env.js';

const order = Object.keys(standings).filter((word): word is Standing => Object.hasOwn(standings, word));

/** Standings that occur, in the order of a round. */
export function shownStandings(counts: StandingCounts): readonly Standing[] {
  return order.filter((standing) => (counts[standing] ?? 0) > 0);
}

/** Departments × standing, whoever needs attention first; the words carry the meaning, colour only helps. */
export function standingsTable({ counts, parties }: Status): Markup {
  const columns = shownStandings(counts);
  return html`<section class="card">
    <h2>各单位情况</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="各单位情况表">
      <table>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col" class="count">任务</th>
            ${columns.map((standing) => html`<th scope="col" class="count">${standings[standing]}</th>`)}
            <th scope="col" class="beside">需留意</th>
          </tr>
        </thead>
        <tbody>
          ${parties.toSorted(byUrgency).map((party) => partyRow(party, columns))}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** On a telephone the troubles stand below the name, where nobody has to look for them sideways. */
function partyRow(party: PartyStatus, columns: readonly Standing[]): Markup {
  const troubles = party.troubles.join('；');
  return html`<tr>
    <th scope="row">${party.name}${troubles === '' ? '' : html`<span class="below">${troubles}</span>`}</th>
    <td class="count">${party.tasks}</td>
    ${columns.map((standing) => countCell(standing, party.counts[standing] ?? 0))}
    <td class="beside">${troubles}</td>
  </tr>`;
}

function countCell(standing: Standing, count: number): Markup {
  return count === 0
    ? html`<td class="count zero">·</td>`
    : html`<td class="count has-some cell-${standing}">${count}</td>`;
}
