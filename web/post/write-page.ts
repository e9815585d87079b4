import { html } from 'hono/html';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import { postMasthead } from './mailbox-page.js';
import type { Holder } from './post-counter.js';
import { postLinks } from './post-links.js';

export interface NewMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export function writePage(holder: Holder, mail: NewMail, problem: string | null): Markup {
  return page({
    title: '写新信',
    wide: true,
    masthead: postMasthead(),
    main: html`<p class="crumbs">
        <a href="${postLinks.mailbox(holder.address)}">‹ ${holder.unit} · ${holder.post}</a>
      </p>
      <form class="card" method="post" enctype="multipart/form-data">
        <h1>写新信</h1>
        <p class="quiet breakable">由 ${holder.address} 寄出</p>
        ${problem ? html`<p class="bad" role="alert">${problem}</p>` : ''}
        <div class="field">
          <label for="to">收件人<small>多个地址用逗号分开</small></label
          ><input type="text" id="to" name="to" value="${mail.to}" />
        </div>
        <div class="field">
          <label for="subject">主题</label><input type="text" id="subject" name="subject" value="${mail.subject}" />
        </div>
        <div class="field">
          <label for="text">正文</label><textarea id="text" name="text" rows="10">${mail.text}</textarea>
        </div>
        <div class="field">
          <label for="file">附件<small>选填</small></label
          ><input type="file" id="file" name="file" />
        </div>
        <p><button type="submit" class="primary">寄出</button></p>
      </form>`,
  });
}
