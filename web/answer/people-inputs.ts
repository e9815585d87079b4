import { html } from 'hono/html';
import type { Markup } from '../web-env.js';
import type { Draft } from './draft.js';
import type { BadField } from './read-answers.js';

/** Who filled it in, and who signed it off. */
export function peopleInputs(draft: Draft, bad: readonly BadField[]): Markup {
  return html`<div class="pair">
    ${person('filledBy', '填报人', draft, bad)} ${person('signedOffBy', '审签人', draft, bad)}
  </div>`;
}

function person(field: 'filledBy' | 'signedOffBy', label: string, draft: Draft, bad: readonly BadField[]): Markup {
  const found = bad.find((one) => one.field === field);
  return html`<div class="field ${found ? 'invalid' : ''}">
    <label for="${field}">${label}</label>
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
