import { html } from 'hono/html';
import { chineseDay, chineseInstant, chineseRound } from '../../domain/chinese-date.js';
import { type Standing, standings } from '../../domain/standing.js';
import { instantIn } from '../../domain/zone-time.js';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import type { AnswerForm } from './answer-form.js';
import type { Draft } from './draft.js';
import { badSummary } from './bad-summary.js';
import { peopleInputs } from './people-inputs.js';
import type { BadField } from './read-answers.js';
import { taskCard } from './task-card.js';

export function formPage(form: AnswerForm, draft: Draft, bad: readonly BadField[]): Markup {
  return page({
    title: `${bad.length > 0 ? '请改正：' : ''}${form.party} ${chineseRound(form.round)}双月调度填报`,
    masthead: html`${form.issuer}<span class="masthead-title">${form.title}</span>`,
    main: html`${intro(form)} ${badSummary(bad)} ${savedNote(form)} ${index(form)}
      <form method="post" enctype="multipart/form-data" novalidate accept-charset="utf-8">
        <input type="hidden" name="submission" value="${draft['submission'] ?? ''}" />
        ${form.tasks.map((task) => taskCard(form, task, draft, bad))} ${signature(draft, bad)}
      </form>`,
    foot: formFoot(form),
  });
}

export function formFoot(form: AnswerForm): Markup {
  return html`<p>${form.issuer}${form.phone ? html` 　电话 ${form.phone}` : ''}</p>
    <p>
      涉密及工作秘密事项请勿通过本页报送，请选“另行报送”并按保密渠道办理。如已通过公文交换等渠道报送，请告知文号，我们即予核销。
    </p>`;
}

function intro(form: AnswerForm): Markup {
  const [, month, day] = form.cutoff.split('-').map(Number);
  return html`<div class="intro">
    <h1>${form.party}：${chineseRound(form.round)}双月调度填报</h1>
    <dl class="dates">
      <div>
        <dt>统计截至</dt>
        <dd>${month}月${day}日</dd>
      </div>
      <div>
        <dt>请于</dt>
        <dd><b>${chineseInstant(instantIn(form.zone, form.answerBy))}</b>前报送</dd>
      </div>
      <div>
        <dt>共</dt>
        <dd>${form.tasks.length}项任务</dd>
      </div>
    </dl>
    ${form.state === 'closed' ? closedNote(form) : lateNote(form)}
    <p class="howto">
      量化指标填<b>本年累计</b>，口径以台账所列为准。可以先报几项，余下的以后再从同一链接补报；没有填的不会登记。提交后可随时更正，各次均留存，以最后一次为准。
    </p>
  </div>`;
}

/** What is laid down is not handed in: said each time, for people forget. */
function savedNote({ saved, zone }: AnswerForm): Markup {
  if (!saved) return html``;
  const numbers = Object.keys(saved.fields).flatMap((name) => /^t(\d+)\./.exec(name)?.[1] ?? []);
  const tasks = [...new Set(numbers)].map((number) => `任务${number}`).join('、');
  return html`<p class="note note-amber" role="status">
    <strong>${tasks}有草稿，尚未报送。</strong
    >存于${chineseInstant(instantIn(zone, saved.savedAt))}，核对后请点页末的“提交”。
  </p>`;
}

const overdue: ReadonlySet<Standing> = new Set(['overdue', 'escalated']);

/** The day that is named above has gone by: what can still be done, and what it counts as. */
function lateNote({ tasks, zone, closesAt }: AnswerForm): Markup {
  const open = tasks.filter(({ standing }) => overdue.has(standing)).length;
  if (open === 0) return html``;
  return html`<p class="note note-amber" role="status">
    <strong>${open}项已逾期，仍可补报。</strong>
    ${chineseInstant(instantIn(zone, closesAt))}本期关闭前补报的，标注“逾期补报”并如实汇总。
  </p>`;
}

function closedNote(form: AnswerForm): Markup {
  return html`<p class="note note-amber" role="status">
    <strong>本期已于${chineseDay(instantIn(form.zone, form.closesAt))}关闭。</strong>
    一日之内仍可提交，将如实登记并注明“关闭后补报”，不改变本期已汇总的结果。
  </p>`;
}

function index(form: AnswerForm): Markup {
  if (form.tasks.length < 3) return html``;
  return html`<nav class="index" aria-label="任务目录">
    <ol>
      ${form.tasks.map(
        (task) =>
          html`<li>
            <a href="#t${task.number}"><span class="number">任务${task.number}</span> ${task.title}</a>
            <span class="tag tag-${task.standing}">${standings[task.standing]}</span>
          </li>`,
      )}
    </ol>
  </nav>`;
}

function signature(draft: Draft, bad: readonly BadField[]): Markup {
  return html`<section class="card sign" aria-label="填报和审签">
    ${peopleInputs(draft, bad)}
    <p class="hint">内容请经本单位审定，并注明审签人（姓名、职务）。</p>
    <button type="submit" class="primary" name="act" value="submit">提交</button>
    <button type="submit" name="act" value="draft">先存草稿</button>
    <p class="hint">草稿存在本单位的链接下，再次打开可接着填；存草稿不算报送。</p>
  </section>`;
}
