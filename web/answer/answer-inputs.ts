import { html } from 'hono/html';
import { ratings } from '../../domain/rating.js';
import type { Markup } from '../web-env.js';
import type { AskedTask } from './answer-form.js';
import { fieldName, isTouched } from './draft.js';
import { described, type Inputs, invalidClass, sentence } from './field-marks.js';
import { figureField } from './figure-field.js';
import { filesField } from './files-field.js';
import { readDay } from './read-day.js';

/** Open where nothing was said yet, or nothing that anybody has read; folded below an answer that stands. */
export function answerInputs(inputs: Inputs): Markup {
  const { current } = inputs.task;
  if (!current || current.content.toEnter) return fields(inputs);
  return html`<details class="amend" ${inputs.bad.length > 0 || isTouched(inputs.draft, inputs.task) ? 'open' : ''}>
    <summary>更正或补充本项</summary>
    <p class="hint">下面是已报内容，改动后提交即登记为新的一版；不改动则保持原样。</p>
    ${fields(inputs)}
  </details>`;
}

function fields(inputs: Inputs): Markup {
  const { task, draft } = inputs;
  return html`<input
      type="hidden"
      name="${fieldName(task.number, 'shown')}"
      value="${draft[fieldName(task.number, 'shown')] ?? ''}"
    /><input
      type="hidden"
      name="${fieldName(task.number, 'came')}"
      value="${draft[fieldName(task.number, 'came')] ?? ''}"
    />
    ${unchangedField(inputs)} ${ratingField(inputs)}
    ${task.targets.map((target, index) => figureField(inputs, target, index))}
    ${area(inputs, 'progress', '本期进展', '本期做了什么、取得什么进展')}
    <div class="pair">
      <div>${area(inputs, 'cause', '滞后原因', '进展滞后、尚未启动的请填')}</div>
      <div>${area(inputs, 'help', '需协调事项', '需要省里协调的，写明事项和涉及单位')}</div>
    </div>
    <div class="pair pair-date">
      <div>${area(inputs, 'nextSteps', '下步措施', '')}</div>
      <div>${line(inputs, 'nextBy', '措施时限', 'date')}</div>
    </div>
    <div class="pair pair-date">
      <div>${line(inputs, 'evidence', '佐证文号', 'text')}</div>
      <div>${line(inputs, 'completedOn', '完成日期（已完成的请填）', 'date')}</div>
    </div>
    ${experienceField(inputs)} ${inputs.withoutFiles === true ? '' : filesField(inputs)}`;
}

function ratingField(inputs: Inputs): Markup {
  const name = fieldName(inputs.task.number, 'rating');
  const chosen = inputs.draft[name] ?? '';
  return html`<fieldset class="ratings ${invalidClass(inputs, name)}" id="${name}">
    <legend>自评（进展状态）</legend>
    ${sentence(inputs, name)}
    ${Object.entries(ratings).map(
      ([code, word]) =>
        html`<label class="chip"
          ><input type="radio" name="${name}" value="${code}" ${chosen === code ? 'checked' : ''} /><span
            >${word}</span
          ></label
        >`,
    )}
  </fieldset>`;
}

function unchangedField(inputs: Inputs): Markup {
  const name = fieldName(inputs.task.number, 'unchanged');
  return html`<p class="field tick">
    <label class="chip"
      ><input type="checkbox" name="${name}" id="${name}" value="yes" ${inputs.draft[name] ? 'checked' : ''} />
      本期无变化${stillAt(inputs.task)}</label
    >
  </p>`;
}

/** What is confirmed by the tick, so that nobody has to type it. */
function stillAt({ targets }: AskedTask): string {
  const known = targets.flatMap(({ last, unit }) => (last === null ? [] : [`${last.value}${unit}`]));
  return known.length === 0 ? '' : `，累计仍为${known.join('、')}`;
}

function experienceField(inputs: Inputs): Markup {
  const name = fieldName(inputs.task.number, 'experience');
  const open = inputs.draft[name] || invalidClass(inputs, name) ? 'open' : '';
  return html`<details class="more" ${open}>
    <summary>推荐典型经验（自愿）</summary>
    ${area(inputs, 'experience', '典型经验', '做法、机制、可核的成效；300字左右，择优刊入简报')}
  </details>`;
}

function area(inputs: Inputs, field: string, label: string, hint: string): Markup {
  const name = fieldName(inputs.task.number, field);
  // Whitespace inside a textarea is its value, hence the tight markup.
  return html`<div class="field ${invalidClass(inputs, name)}">
    <label for="${name}">${label}${hint ? html`<small>${hint}</small>` : ''}</label>
    ${sentence(inputs, name)}
    <textarea
      id="${name}"
      name="${name}"
      rows="${field === 'progress' || field === 'experience' ? 3 : 2}"
      ${described(inputs, name)}
    >
${inputs.draft[name] ?? ''}</textarea>
  </div>`;
}

function line(inputs: Inputs, field: string, label: string, type: 'text' | 'date'): Markup {
  const name = fieldName(inputs.task.number, field);
  const words = inputs.draft[name] ?? '';
  const day = type === 'date' ? readDay(words) : null;
  // A date input would drop what it cannot read; a bad date stays visible as text.
  const shown = day === null && words !== '' ? 'text' : type;
  const example = type === 'date' ? '2026-04-27' : '';
  return html`<div class="field ${invalidClass(inputs, name)}">
    <label for="${name}">${label}</label>
    ${sentence(inputs, name)}
    <input
      type="${shown}"
      id="${name}"
      name="${name}"
      value="${day ?? words}"
      placeholder="${example}"
      ${described(inputs, name)}
    />
  </div>`;
}
