import { html } from 'hono/html';
import type { CampaignEntry } from '../../domain/board.js';
import { campaignStates } from '../../domain/campaign-states.js';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';

export function boardMasthead(coordinator: string): Markup {
  return html`双月<span class="masthead-title"><a href="/board">协调员看板</a></span
    >　${coordinator}
    <form method="post" action="/board/logout"><button type="submit">退出</button></form>`;
}

export function campaignsPage(campaigns: readonly CampaignEntry[], coordinator: string): Markup {
  return page({
    title: '协调员看板',
    wide: true,
    masthead: boardMasthead(coordinator),
    main: html`<h1>行动</h1>
      ${campaigns.length === 0 ? html`<p class="card empty">还没有行动。用 <code>shuangyue start 台账文件 --year 年份</code> 启动。</p>` : ''}
      ${campaigns.map(
        (campaign) =>
          html`<section class="card">
            <h2><a href="/board/${encodeURIComponent(campaign.id)}">${campaign.title}</a></h2>
            <p class="quiet">
              ${campaign.id} · ${campaign.year}年 · ${campaign.parties}个单位 · ${campaign.tasks}项任务 ·
              ${campaignStates[campaign.state]}
            </p>
          </section>`,
      )}`,
  });
}
