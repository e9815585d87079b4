import { html } from 'hono/html';
import { chineseInstant, chineseRound } from '../../domain/chinese-date.js';
import { instantIn } from '../../domain/zone-time.js';
import type { AnswerForm, AskedTask } from '../answer/answer-form.js';
import { badSummary } from '../answer/bad-summary.js';
import { type Draft, fieldName, isTouched } from '../answer/draft.js';
import { peopleInputs } from '../answer/people-inputs.js';
import type { BadField } from '../answer/read-answers.js';
import { taskCard } from '../answer/task-card.js';
import { boardMasthead } from '../board/campaigns-page.js';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import { choosePlace } from './choose-place.js';
import type { MailOpened } from './entry.js';
import { mailPane } from './mail-pane.js';
import { absentField } from './read-entry.js';

export interface EntryView {
  readonly opened: MailOpened;
  readonly coordinator: string;
  readonly campaign: string;
  readonly draft: Draft;
  readonly bad: readonly BadField[];
  readonly refused: string | null;
}

/** The mail on the left, the form on the right; both scroll by themselves. */
export function entryPage(view: EntryView): Markup {
  const { opened, coordinator, campaign, bad, refused } = view;
  return page({
    title: `${bad.length > 0 ? '请改正：' : ''}录入来件：${opened.mail.subject || '（无主题）'}`,
    full: true,
    masthead: boardMasthead(coordinator),
    main: html`<p class="crumbs"><a href="/board/${encodeURIComponent(campaign)}">看板</a> › 录入来件</p>
      <div class="split">
        <section class="paper" tabindex="0" role="region" aria-label="来件">${mailPane(view)}</section>
        <div class="typing" id="form">
          ${refused === null ? '' : html`<p class="note note-amber" role="alert">${refused}</p>`} ${badSummary(bad)}
          ${opened.form === null ? withoutForm(view) : typing(view, opened.form)}
        </div>
      </div>`,
  });
}

function withoutForm(view: EntryView): Markup {
  const { mail } = view.opened;
  if (mail.state === 'held') return choosePlace(view.opened, true);
  return html`<div class="card">
    <h1>这封来件已经处理</h1>
    <p>内容有误的，请在命令行用 <code>shuangyue answer 任务号 --by 渠道</code> 另行登记，各次均留存。</p>
  </div>`;
}

function typing({ opened, draft, bad }: EntryView, form: AnswerForm): Markup {
  const { party, round } = opened;
  return html`<div class="intro">
      <h1>${form.party}：${chineseRound(form.round)}双月调度，照附件录入</h1>
      <p>${arrival(opened, form)}${waiting(opened)}</p>
      ${choosePlace(opened, false)}
    </div>
    <form method="post" enctype="multipart/form-data" novalidate accept-charset="utf-8">
      <input type="hidden" name="submission" value="${draft['submission'] ?? ''}" />
      <input type="hidden" name="party" value="${party ?? ''}" /><input
        type="hidden"
        name="round"
        value="${round ?? ''}"
      />
      ${tasksInOrder({ opened, draft, bad }, form)}
      <section class="card" aria-label="填报和审签">
        ${peopleInputs(draft, bad)}
        <p class="hint">
          没有填的不会登记。办结后向发件人发一封回执，读回所录内容；收到时间以来件为准，渠道记为“协调员代录”。
        </p>
      </section>
      <p class="hand-in">
        <button type="submit" class="primary" name="act" value="settle">录入并办结</button>
        <button type="submit" name="act" value="part">先录这些，其余以后再录</button>
      </p>
    </form>`;
}

/** What the mail most likely speaks of lies open; the party's other tasks are folded below. */
function tasksInOrder({ opened, draft, bad }: Pick<EntryView, 'opened' | 'draft' | 'bad'>, form: AnswerForm): Markup {
  const { toEnter } = opened;
  const isFirst = ({ number, current }: AskedTask) =>
    toEnter.length > 0 ? toEnter.some(({ task }) => task === number) : current === null;
  const first = form.tasks.filter(isFirst);
  const others = form.tasks.filter((task) => !first.includes(task));
  const canBeAbsent = ({ number }: AskedTask) =>
    toEnter.some(({ task, open }) => task === number && (open || draft[absentField(number)] !== undefined));
  const card = (task: AskedTask) =>
    taskCard(form, task, draft, bad, {
      withoutFiles: true,
      ...(canBeAbsent(task) && { below: absentTick(task.number, draft, bad) }),
    });
  if (first.length === 0 || others.length === 0) return html`${form.tasks.map(card)}`;
  const isOpen = others.some(
    (task) => isTouched(draft, task) || bad.some(({ field }) => field.startsWith(fieldName(task.number, ''))),
  );
  return html`${first.map(card)}
    <details class="others" ${isOpen ? 'open' : ''}>
      <summary>该单位的其他任务（${others.length}项）</summary>
      ${others.map(card)}
    </details>`;
}

/** Late or in time is decided by it, and by nothing that is typed here. */
function arrival({ mail }: MailOpened, form: AnswerForm): Markup {
  const at = chineseInstant(instantIn(form.zone, mail.receivedAt));
  const inTime = Date.parse(mail.receivedAt) <= Date.parse(form.answerBy);
  return html`来件于 ${at} 到达，${inTime ? '在报送截止之前' : '晚于报送截止'}。`;
}

function waiting({ toEnter, entered }: MailOpened): Markup {
  const links = toEnter.map(({ task }) => html` <a href="#t${task}">任务${task}</a>`);
  return html`${toEnter.length > 0 ? html`已按收到登记、待录入：${links}。` : ''}${entered.length > 0 ? `已从本件录入：任务${entered.join('、')}。` : ''}`;
}

function absentTick(task: number, draft: Draft, bad: readonly BadField[]): Markup {
  const name = absentField(task);
  const wrong = bad.filter(({ field }) => field === name);
  return html`<p class="field tick ${wrong.length > 0 ? 'invalid' : ''}">
    ${wrong.map(({ message }) => html`<span class="bad" id="${name}-bad">${message}</span>`)}
    <label class="chip"
      ><input
        type="checkbox"
        name="${name}"
        id="${name}"
        value="yes"
        ${draft[name] === undefined ? '' : 'checked'}
        ${wrong.length > 0 ? html`aria-invalid="true" aria-describedby="${name}-bad"` : ''}
      />
      附件中没有本项内容，退回补报</label
    >
  </p>`;
}
