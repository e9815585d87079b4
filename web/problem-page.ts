import { html } from 'hono/html';
import { page } from './page.js';
import type { Markup } from './web-env.js';

export interface Problem {
  readonly title: string;
  readonly what: string;
  readonly where: string;
  readonly expected: string;
  readonly todo: string;
}

export function problemPage(problem: Problem): Markup {
  return page({
    title: problem.title,
    masthead: '双月调度',
    main: html`<div class="card problem" role="alert">
      <h1>${problem.title}</h1>
      <p>${problem.what}</p>
      <dl class="facts">
        <dt>位置</dt>
        <dd class="breakable">${problem.where}</dd>
        <dt>应为</dt>
        <dd>${problem.expected}</dd>
        <dt>怎么办</dt>
        <dd>${problem.todo}</dd>
      </dl>
    </div>`,
  });
}
