import { html } from 'hono/html';
import type { Markup } from '../web-env.js';
import type { AskedTask } from './answer-form.js';
import type { Draft } from './draft.js';
import type { BadField } from './read-answers.js';

export interface Inputs {
  readonly task: AskedTask;
  readonly draft: Draft;
  readonly bad: readonly BadField[];
  /** Nothing can be attached here. */
  readonly withoutFiles?: boolean;
}

export function sentence(inputs: Inputs, name: string): Markup {
  const found = inputs.bad.filter((bad) => bad.field === name);
  return html`${found.map((bad) => html`<span class="bad" id="${name}-bad">${bad.message}</span>`)}`;
}

export function invalidClass(inputs: Inputs, name: string): string {
  return inputs.bad.some((bad) => bad.field === name) ? 'invalid' : '';
}

export function described(inputs: Inputs, name: string): Markup {
  return invalidClass(inputs, name) ? html`aria-invalid="true" aria-describedby="${name}-bad"` : html``;
}
