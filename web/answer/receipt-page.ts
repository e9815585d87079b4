import { html } from 'hono/html';
import { chineseInstant, chineseRound } from '../../domain/chinese-date.js';
import type { TakenAnswer } from '../../domain/office-requests.js';
import { instantIn } from '../../domain/zone-time.js';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import { isAsked, type AnswerForm, type AskedTask, type Submission } from './answer-form.js';
import { formFoot } from './form-page.js';
import { takenCard } from './taken-card.js';

/** The read-back of one submission: what was understood, what is asked, what is missing, how to correct. */
export function receiptPage(form: AnswerForm, submission: Submission, taken: readonly TakenAnswer[]): Markup {
  const at = chineseInstant(instantIn(form.zone, submission.receivedAt));
  return page({
    title: `已收到：${form.party} ${chineseRound(form.round)}双月调度`,
    masthead: html`${form.issuer}<span class="masthead-title">${form.title}</span>`,
    main: html`<div class="intro" role="status">
        <h1><span class="done" aria-hidden="true">✓</span> 已收到${form.party}的报送（${taken.length}项）</h1>
        <p>收到时刻：${at}。读取如下，请核对。</p>
      </div>
      ${submission.answers.map((answer) => takenCard(form, answer.content, answer.task, taken))} ${unsigned(submission)}
      ${unanswered(form, submission)}
      <div class="card">
        <h2>如何更正</h2>
        <p>
          内容有误的，<a href="/a/${submission.token}">返回填报页</a
          >改动后再提交，或直接回复原邮件，例如“任务18：1200批次”。各次均留存，以最后一次为准。内容无误则无需再作任何操作。
        </p>
      </div>`,
    foot: formFoot(form),
  });
}

function unsigned(submission: Submission): Markup {
  if (submission.answers.some((answer) => answer.content.signedOffBy)) return html``;
  return html`<p class="note"><strong>未注明审签人。</strong>如已审定，请回复原邮件告知审签人姓名和职务。</p>`;
}

function unanswered(form: AnswerForm, submission: Submission): Markup {
  const sent = new Set(submission.answers.map((answer) => answer.task));
  const open = form.tasks.filter((task) => isAsked(task) && task.current === null && !sent.has(task.number));
  if (open.length === 0) return html`<p class="note note-green">本期各项均已报送，感谢支持。</p>`;
  return html`<div class="card">
    <h2>尚未填报（${open.length}项）</h2>
    <ul class="phrases">
      ${open.map((task) => html`<li>${openTask(submission.token, task)}</li>`)}
    </ul>
  </div>`;
}

function openTask(token: string, task: AskedTask): Markup {
  return html`<a href="/a/${token}#t${task.number}">任务${task.number}</a> ${task.title}`;
}
