import { html } from 'hono/html';
import { chineseDay, chineseInstant, chineseRound } from '../../domain/chinese-date.js';
import { standings } from '../../domain/standing.js';
import { instantIn } from '../../domain/zone-time.js';
import type { Markup } from '../web-env.js';
import { isAsked, type AnswerForm, type AskedTask } from './answer-form.js';
import { answerInputs } from './answer-inputs.js';
import { fieldName, type Draft } from './draft.js';
import { readBack } from './read-back.js';
import type { BadField } from './read-answers.js';
import { targetWords } from './target-words.js';

/** One task: what is asked, what was said already, and its inputs. */
export function taskCard(
  form: AnswerForm,
  task: AskedTask,
  draft: Draft,
  bad: readonly BadField[],
  more: { readonly withoutFiles?: boolean; readonly below?: Markup } = {},
): Markup {
  const prefix = fieldName(task.number, '');
  const inputs = { task, draft, bad: bad.filter(({ field }) => field.startsWith(prefix)), ...more };
  return html`<section class="card task" id="t${task.number}" aria-labelledby="t${task.number}-title">
    <h2 id="t${task.number}-title"><span class="number">任务${task.number}</span> ${task.title}</h2>
    <p class="standing-line">
      <span class="tag tag-${task.standing}">${standings[task.standing]}</span>
      ${task.answerBy === form.answerBy ? '' : html`<span class="own-date">本项报送截止：${chineseInstant(instantIn(form.zone, task.answerBy))}</span>`}
    </p>
    ${task.returnedFor ? html`<p class="note note-amber"><strong>请补正：</strong>${task.returnedFor}</p>` : ''}
    ${facts(task)} ${previously(task)} ${given(form, task)} ${isAsked(task) ? answerInputs(inputs) : settled(task)}
    ${more.below ?? ''}
  </section>`;
}

function facts(task: AskedTask): Markup {
  return html`<dl class="facts">
    <dt>年度目标</dt>
    <dd>${task.goal}</dd>
    ${task.targets.map(
      (target) =>
        html`<dt>量化指标</dt>
          <dd>
            ${targetWords(target)}${target.scope ? html`<span class="scope">口径：${target.scope}</span>` : ''}
            ${target.last ? html`<span class="last">上期累计 <b>${target.last.value}</b>${target.unit}（${chineseRound(target.last.round)}）</span>` : ''}
          </dd>`,
    )}
    <dt>完成时限</dt>
    <dd>${chineseDay(task.deadline)}</dd>
  </dl>`;
}

/** What the party wrote last time; its figures stand among the facts. */
function previously(task: AskedTask): Markup {
  if (!task.previous) return html``;
  const { round, content } = task.previous;
  const phrases = readBack({ ...content, figures: [] }, task);
  if (phrases.length === 0) return html``;
  return html`<details class="previous" open>
    <summary>上期报送（${chineseRound(round)}）</summary>
    <ul class="phrases">
      ${phrases.map((phrase) => html`<li>${phrase}</li>`)}
    </ul>
  </details>`;
}

const channels = { reply: '回复邮件', form: '本页填报', sheet: '调度表', coordinator: '协调员代录' } as const;

function given(form: AnswerForm, task: AskedTask): Markup {
  const { current } = task;
  if (!current) return html``;
  const at = chineseInstant(instantIn(form.zone, current.receivedAt));
  return html`<div class="note note-green">
    <p>
      <strong>${current.content.toEnter ? '本期已报送（待录入）' : '本期已报'}</strong
      >（第${current.version}版，${at}，${channels[current.channel]}）
    </p>
    <ul class="phrases">
      ${readBack(current.content, task).map((phrase) => html`<li>${phrase}</li>`)}
    </ul>
  </div>`;
}

function settled(task: AskedTask): Markup {
  return html`<p class="hint">本项${standings[task.standing]}，本期不需报送。</p>`;
}
