import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import { stylesheet } from './stylesheet.js';
import type { Markup } from './web-env.js';

const fingerprint = createHash('sha256').update(stylesheet).digest('hex').slice(0, 12);
/** Changes with its content, so that it may be cached for ever. */
export const stylesheetPath = `/style-${fingerprint}.css`;

export interface Page {
  readonly title: string;
  /** Small line above the title: who speaks. */
  readonly masthead: Markup | string;
  readonly main: Markup | readonly Markup[];
  readonly foot?: Markup | string | undefined;
  /** Lists and tables need more room than a form. */
  readonly wide?: boolean;
  /** Two things side by side need the whole window. */
  readonly full?: boolean;
}

export function page({ title, masthead, main, foot, wide, full }: Page): Markup {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="renderer" content="webkit" />
        <title>${title}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
        <link rel="icon" href="data:," />
      </head>
      <body class="${full === true ? 'full' : wide === true ? 'wide' : ''}">
        <header class="masthead"><div class="inner">${masthead}</div></header>
        <main class="inner" id="main">${main}</main>
        <footer class="foot"><div class="inner">${foot ?? ''}</div></footer>
      </body>
    </html>`;
}
