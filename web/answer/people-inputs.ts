import { html } from 'hono/html';
import type { Markup } from '../web-env.js';
import { type Draft, people, type Person } from './draft.js';
import { type BadField, personNames } from './read-answers.js';

/** Who filled it in, who checked it, and who signed it off. */
export function peopleInputs(draft: Draft, bad: readonly BadField[]): Markup {
  return html`<div class="pair">${people.map((field) => person(field, draft, bad))}</div>`;
}

function person(field: Person, draft: Draft, bad: readonly BadField[]): Markup {
  const found = bad.find((one) => one.field === field);
  return html`<div class="field ${found ? 'invalid' : ''}">
    <label for="${field}">${personNames[field]}</label>
    ${found ? html`<span class="bad" id="${field}-bad">${found.message}</span>` : ''}
    <input
      type="text"
      id="${field}"
      name="${field}"
      value="${draft[field] ?? ''}"
      autocomplete="${field === 'filledBy' ? 'name' : 'off'}"
    />
  </div>`;
}
