import { html } from 'hono/html';
import type { Markup } from '../web-env.js';
import type { AskedTarget } from './answer-form.js';
import { fieldName } from './draft.js';
import { described, type Inputs, invalidClass, sentence } from './field-marks.js';
import { targetWords } from './target-words.js';

export function figureField(inputs: Inputs, target: AskedTarget, index: number): Markup {
  const name = fieldName(inputs.task.number, `figure.${index}`);
  const which = inputs.task.targets.length > 1 ? html`<small>${targetWords(target)}</small>` : '';
  return html`<div class="field ${invalidClass(inputs, name)}">
    <label for="${name}">本年累计${which}</label>
    ${sentence(inputs, name)}
    <span class="with-unit"
      ><input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        id="${name}"
        name="${name}"
        value="${inputs.draft[name] ?? ''}"
        ${described(inputs, name)}
      /><span class="unit">${target.unit}</span></span
    >
    ${sureBox(inputs, index)}
  </div>`;
}

/** Shown where a figure is to be confirmed, and where it was. */
function sureBox({ task, draft, bad }: Inputs, index: number): Markup {
  const name = fieldName(task.number, `sure.${index}`);
  const asked = bad.find(({ field }) => field === fieldName(task.number, `figure.${index}`))?.confirm;
  const sure = asked ?? draft[name];
  if (!sure) return html``;
  const checked = asked === undefined ? 'checked' : '';
  return html`<label class="sure"
    ><input type="checkbox" name="${name}" id="${name}" value="${sure}" ${checked} />
    数字无误，确为${sure}${task.targets[index]?.unit ?? ''}</label
  >`;
}
