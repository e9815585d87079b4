import { html } from 'hono/html';
import type { AnswerContent } from '../../domain/answer.js';
import { answerChanges } from '../../domain/answer-changes.js';
import type { AccountedAs, TakenAnswer } from '../../domain/office-requests.js';
import { standings } from '../../domain/standing.js';
import type { Markup } from '../web-env.js';
import type { AnswerForm, AskedTask } from './answer-form.js';
import { readBack, stillMissing } from './read-back.js';

/** One task as it was taken: what was understood, what is asked, what is missing. */
export function takenCard(
  form: AnswerForm,
  content: AnswerContent,
  number: number,
  all: readonly TakenAnswer[],
): Markup {
  const task = form.tasks.find((one) => one.number === number);
  const taken = all.find((one) => one.task === number);
  if (!task || !taken) return html``;
  const missing = stillMissing(content, task);
  return html`<section class="card task">
    <h2><span class="number">任务${number}</span> ${task.title}</h2>
    <p class="standing-line">
      <span class="tag tag-${taken.standing}">${standings[taken.standing]}</span>
      <span>第${taken.version}版 · ${outcomeWords(taken.outcome)}</span>
    </p>
    ${corrected(content, task, taken)}
    <ul class="phrases">
      ${readBack(content, task).map((phrase) => html`<li>${phrase}</li>`)}
    </ul>
    ${taken.questions.map((question) => html`<p class="note note-amber"><strong>需确认：</strong>${question.text}</p>`)}
    ${missing.length > 0 ? html`<p class="note"><strong>尚缺：</strong>${missing.join('、')}</p>` : ''}
  </section>`;
}

/** A correction says what it changed, so that a slip in another field is seen. */
function corrected(content: AnswerContent, task: AskedTask, { version }: TakenAnswer): Markup {
  const { current } = task;
  if (!current || current.version >= version || current.content.toEnter) return html``;
  const changes = answerChanges(current.content, content, task.targets);
  const what = changes.length === 0 ? '内容相同' : changes.join('，');
  return html`<p class="note note-amber"><strong>较第${current.version}版：</strong>${what}。</p>`;
}

const outcomes: Readonly<Record<Exclude<AccountedAs, null>, string>> = {
  answered: '登记为按期报送',
  late: '登记为逾期补报',
  correction: '登记为更正',
  afterClose: '登记为关闭后补报，不改变本期已汇总的结果',
  held: '已留存，待协调员核对',
};

function outcomeWords(outcome: AccountedAs): string {
  return outcome === null ? '已安全保存，正在登记，稍后以回执邮件为准' : outcomes[outcome];
}
