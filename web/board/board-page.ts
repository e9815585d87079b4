import { html } from 'hono/html';
import type {
  BulletinEntry,
  ContactChangeEntry,
  ContactFinding,
  LetterDetail,
  LetterEntry,
  MailEntry,
  Status,
} from '../../domain/board.js';
import { roundStates, campaignStates } from '../../domain/campaign-states.js';
import { chineseInstant, chineseRound } from '../../domain/chinese-date.js';
import { standings } from '../../domain/standing.js';
import { instantIn } from '../../domain/zone-time.js';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import { boardMasthead } from './campaigns-page.js';
import type { BoardCommands } from './commands.js';
import { contactsSection } from './contacts-section.js';
import { shownStandings, standingsTable } from './standings-table.js';
import { waitingSections } from './waiting-sections.js';

export interface BoardView {
  readonly status: Status;
  readonly coordinator: string;
  readonly heldMail: readonly MailEntry[];
  readonly unsigned: readonly LetterDetail[];
  readonly doubtful: readonly LetterEntry[];
  readonly drafts: readonly BulletinEntry[];
  readonly changes: readonly ContactChangeEntry[];
  readonly findings: readonly ContactFinding[];
  readonly commands: BoardCommands;
  /** What an order just did, or why it was refused. */
  readonly said: { readonly kind: 'done' | 'refused'; readonly sentence: string } | null;
  readonly zone: string;
}

export function boardPage(view: BoardView): Markup {
  const { status, coordinator, said } = view;
  return page({
    title: `看板：${status.title}`,
    wide: true,
    masthead: boardMasthead(coordinator),
    main: html`<h1>${status.title}</h1>
      ${said ? html`<p class="note ${said.kind === 'done' ? 'note-green' : 'note-amber'}" role="status">${said.sentence}</p>` : ''}
      ${overview(view)} ${waitingSections(view)} ${standingsTable(status)} ${contactsSection(view)} ${whatIsNext(view)}`,
    foot: html`<p>
      本页为${chineseInstant(instantIn(view.zone, status.now))}的情况，刷新即更新。命令行查看：<code
        >${view.commands.status}</code
      >
    </p>`,
  });
}

function overview({ status, zone }: BoardView): Markup {
  const { round, counts, letters } = status;
  const at = (instant: string) => chineseInstant(instantIn(zone, instant));
  return html`<section class="card" aria-label="总体情况">
    <p>
      <span class="tag">${campaignStates[status.state]}</span>
      ${
        round
          ? html`${chineseRound(round.id)}调度（${roundStates[round.state]}），${at(round.answerBy)}截止，${at(round.closesAt)}关闭`
          : '当前没有开启的调度期'
      }
    </p>
    <ul class="figures">
      ${shownStandings(counts).map((standing) => html`<li class="cell-${standing}"><b>${counts[standing] ?? 0}</b>${standings[standing]}</li>`)}
    </ul>
    <p class="quiet">函件：已发${letters.sent}封，待发${letters.waiting}封，被拒收${letters.refused}封</p>
  </section>`;
}

function whatIsNext({ status, zone }: BoardView): Markup {
  if (status.next.length === 0) return html``;
  return html`<section class="card">
    <h2>接下来</h2>
    <table>
      <tbody>
        ${status.next.map(
          ({ at, what }) =>
            html`<tr>
              <td class="when">${chineseInstant(instantIn(zone, at))}</td>
              <td>${what}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
