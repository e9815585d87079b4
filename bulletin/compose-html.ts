import { html, raw } from 'hono/html';
import { fullDay } from '../domain/roll-up/bulletin-dates.js';
import type { Block, BulletinModel, Paragraph, Section } from '../domain/roll-up/bulletin-model.js';
import { plain } from '../domain/roll-up/prose.js';
import { captionsOf, headingOf, issueLine } from './captions.js';
import { barsHtml } from './html/bars.js';
import { colophonHtml } from './html/colophon.js';
import { correctionsHtml } from './html/corrections.js';
import type { Fragment } from './html/fragment.js';
import { sourcesHtml } from './html/sources.js';
import { spansHtml } from './html/spans.js';
import { tableHtml } from './html/table.js';
import type { Signers } from './signers.js';
import { style } from './style.js';

export interface Composition {
  /** Printed across the top until it is approved. */
  readonly draft?: boolean;
  readonly signers?: Signers;
}

/** The bulletin as one self-contained page, for the screen and for A4; every figure leads to its answers. */
export async function composeHtml(model: BulletinModel, { draft = false, signers }: Composition = {}): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${model.name} ${issueLine(model)} ${plain(model.title.spans)}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main class="paper">
          ${draft ? html`<p class="draft" style="text-indent:0">草稿，未经签发，请勿转发</p>` : ''} ${masthead(model)}
          <h1>${spansHtml(model.title.spans)}</h1>
          <p class="summary"><b>〔提要〕</b>${spansHtml(model.summary.spans)}</p>
          ${model.sections.map((section) => sectionHtml(model, section))}
          <div class="back">
            ${annexHtml(model)} ${correctionsHtml(model.corrections)} ${colophonHtml(model.distribution, signers)}
          </div>
          ${sourcesHtml(model)}
        </main>
      </body>
    </html>`;
  return page.toString();
}

/** 46 pt fills the width with eight characters; a longer name is set smaller so that it stays on one line. */
function masthead(model: BulletinModel): Fragment {
  const points = Math.min(46, Math.floor(430 / (model.name.length * 1.08)));
  return html`<header>
    <div class="masthead" style="font-size:${points}pt;letter-spacing:.08em">${model.name}</div>
    <div class="issue">${issueLine(model)}</div>
    <div class="imprint"><span>${model.issuer}</span><span>${fullDay(model.issuedOn)}</span></div>
    <hr class="rule" />
  </header>`;
}

function sectionHtml(model: BulletinModel, section: Section): Fragment {
  const captions = captionsOf(model);
  return html`<section id="${section.id}">
    <h2>${headingOf(model, section)}</h2>
    ${section.blocks.map((block) => blockHtml(block, captions))}
  </section>`;
}

function blockHtml(block: Block, captions: ReadonlyMap<string, string>): Fragment {
  if (block.kind === 'table') return tableHtml(block, captions.get(block.id));
  return block.kind === 'bars' ? barsHtml(block) : paragraphHtml(block);
}

function paragraphHtml({ id, lead, spans }: Paragraph): Fragment {
  const numbered = lead !== undefined && /^\d/.test(lead);
  return html`<p id="${id}" class="${numbered ? 'item' : 'text'}">
    ${lead === undefined ? '' : html`<span class="lead">${lead}</span>`}${spansHtml(spans)}
  </p>`;
}

function annexHtml({ annex }: BulletinModel): Fragment {
  return html`<section class="annex">
    <h2>附表</h2>
    <p class="title">${annex.caption}</p>
    ${tableHtml(annex, undefined)}
  </section>`;
}
