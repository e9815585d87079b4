import { html } from 'hono/html';
import type { TakenAnswer } from '../../domain/office-requests.js';
import type { AnswerForm, SubmittedAnswer } from '../answer/answer-form.js';
import { takenCard } from '../answer/taken-card.js';
import { boardMasthead } from '../board/campaigns-page.js';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';
import type { MailOpened } from './entry.js';

interface EnteredView {
  readonly opened: MailOpened;
  readonly form: AnswerForm;
  readonly coordinator: string;
  readonly campaign: string;
  readonly answers: readonly SubmittedAnswer[];
  readonly absent: readonly number[];
  readonly settle: boolean;
  readonly taken: readonly TakenAnswer[];
}

/** Reads back what was typed, and leads on to the next mail. */
export function enteredPage(view: EnteredView): Markup {
  const { opened, form, coordinator, campaign, answers, absent, settle, taken } = view;
  const board = `/board/${encodeURIComponent(campaign)}`;
  return page({
    title: `已录入：${form.party}（${answers.length}项）`,
    wide: true,
    masthead: boardMasthead(coordinator),
    main: html`<div class="intro" role="status">
        <h1>
          <span class="done" aria-hidden="true">✓</span>
          已录入${form.party}的报送（${answers.length}项）${settle ? '，来件已办结' : ''}
        </h1>
        <p>
          ${absent.length > 0 ? `任务${absent.join('、')}已退回补报。` : ''}${settle ? `回执发给 ${opened.mail.from}，读回所录内容。` : '来件仍在“待录入”中，其余各项以后再录。'}
        </p>
        <p>${onward(view, board)}</p>
      </div>
      ${answers.map(({ task, content }) => takenCard(form, content, task, taken))}`,
  });
}

function onward({ opened, settle }: EnteredView, board: string): Markup {
  const { mail, next } = opened;
  const address = (id: string) => `${board}/mails/${encodeURIComponent(id)}`;
  return html`${settle ? '' : html`<a class="button" href="${address(mail.id)}">接着录本件</a> `}${
      next === null
        ? html`没有其他待录入的来件。`
        : html`<a class="button primary" href="${address(next.id)}">录下一件：${next.subject || '（无主题）'}</a>`
    } <a class="button" href="${board}">返回看板</a>`;
}
