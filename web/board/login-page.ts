import { html } from 'hono/html';
import { page } from '../page.js';
import type { Markup } from '../web-env.js';

export interface LoginView {
  readonly coordinator: string;
  readonly campaign: string;
  readonly problem: string | null;
}

export function loginPage({ coordinator, campaign, problem }: LoginView): Markup {
  return page({
    title: '协调员看板登录',
    masthead: html`双月<span class="masthead-title">协调员看板</span>`,
    main: html`<form class="card" method="post" action="/board/login">
      <h1>登录看板</h1>
      ${problem ? html`<p class="bad" role="alert" id="login-bad">${problem}</p>` : ''}
      <input type="hidden" name="campaign" value="${campaign}" />
      <div class="field">
        <label for="coordinator">协调员代码<small>签发时以此署名，例如 zqb1</small></label>
        <input type="text" id="coordinator" name="coordinator" value="${coordinator}" autocomplete="username" />
      </div>
      <div class="field">
        <label for="key">接口密钥<small>在服务器设置中，与命令行所用相同</small></label>
        <input type="password" id="key" name="key" autocomplete="current-password" />
      </div>
      <button type="submit" class="primary">登录</button>
    </form>`,
  });
}
