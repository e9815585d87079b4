import { html } from 'hono/html';
import { chineseRound } from '../../domain/chinese-date.js';
import type { Markup } from '../web-env.js';
import type { MailOpened } from './entry.js';

/** Whose answers a mail holds, and of which round: open where nobody could tell, else folded away. */
export function choosePlace(opened: MailOpened, isOpen: boolean): Markup {
  const choice = html`<form method="get" class="choose">
    <div class="field">
      <label for="party">单位</label>
      <select id="party" name="party">
        ${opened.parties.map(({ code, name }) => option(code, name, code === opened.party || code === opened.mail.party))}
      </select>
    </div>
    <div class="field">
      <label for="round">调度期</label>
      <select id="round" name="round">
        ${opened.rounds.map((round) => option(round, chineseRound(round), round === (opened.round ?? opened.mail.round)))}
      </select>
    </div>
    <button type="submit" class="${isOpen ? 'primary' : ''}">打开该单位的任务</button>
  </form>`;
  if (isOpen)
    return html`<div class="card">
      <h1>先选定单位和期次</h1>
      <p>系统不能确定来件属于哪个单位、哪一期，请核对左边的发件人和内容后选定。</p>
      ${choice}
    </div>`;
  return html`<details class="previous">
    <summary>单位或期次不对？</summary>
    ${choice}
  </details>`;
}

function option(value: string, name: string, isChosen: boolean): Markup {
  return html`<option value="${value}" ${isChosen ? 'selected' : ''}>${name}</option>`;
}
