import { describe, expect, it } from '@jest/globals';
import { apiKey, form, hiddenInputs, openOffice, post, publicUrl, task, token } from './fake-office.js';

const link = `/a/${token}`;
const answered = (number: number) =>
  task(number, {
    standing: 'answered',
    current: {
      version: 1,
      receivedAt: '2026-04-18T01:00:00Z',
      channel: 'reply',
      content: {
        rating: 'onTrack',
        figures: [{ target: 0, value: 1100 }],
        progress: '第一行\n第二行',
        filledBy: '张三',
      },
    },
  });

async function opened(shown = form()) {
  const office = openOffice(shown);
  const markup = await (await office.app.request(link)).text();
  return { ...office, markup, hidden: hiddenInputs(markup) };
}

describe('the answer form', () => {
  it('shows on GET and stores nothing', async () => {
    const { markup, stored } = await opened();
    expect(markup).toContain('省发展改革委');
    expect(markup).toContain('4月27日（星期一）17:00');
    expect(markup).toContain('口径：全省各级监督抽查合计');
    expect(markup).toContain('name="t17.figure.0"');
    expect(markup.match(/name="t17\.rating"/g)).toHaveLength(7);
    expect(stored).toHaveLength(0);
  });

  it('has no script, no inline style and a policy that forbids both', async () => {
    const { app } = openOffice();
    for (const path of [link, '/a/forged', '/board', '/post']) {
      const reply = await app.request(path);
      expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/);
      expect(reply.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(reply.headers.get('referrer-policy')).toBe('same-origin');
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await reply.text()).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    }
  });

  it('takes what was filled and reads it back', async () => {
    const { app, hidden, stored } = await opened();
    const reply = await app.request(
      link,
      post({
        ...hidden,
        't18.rating': 'behind',
        't18.figure.0': '１，２１０ 批次',
        't18.nextBy': '2026年6月30日',
        't18.progress': '抽查\r\n两行',
        filledBy: '张三',
      }),
    );
    const receipt = await reply.text();
    expect(reply.status).toBe(200);
    expect(stored.map(({ answers }) => answers.map((one) => [one.task, one.content]))).toEqual([
      [
        [
          18,
          {
            rating: 'behind',
            figures: [{ target: 0, value: 1210 }],
            nextBy: '2026-06-30',
            progress: '抽查\n两行',
            filledBy: '张三',
          },
        ],
      ],
    ]);
    expect(receipt).toContain('累计1210批次（上期900，本期+310）');
    expect(receipt).toMatch(/尚缺：<\/strong>滞后原因/);
    expect(receipt).toContain('尚未填报（1项）');
    expect(receipt).toContain('未注明审签人');
  });

  it('counts a double click once', async () => {
    const { app, hidden, stored } = await opened();
    const click = () => app.request(link, post({ ...hidden, 't17.figure.0': '1000' }));
    const [first, second] = await Promise.all([click(), click()]);
    expect(stored).toHaveLength(1);
    expect(await second.text()).toBe(await first.text());
    const later = await (await click()).text();
    expect(new Set(stored.flatMap(({ answers }) => answers.map((one) => one.answerId))).size).toBe(1);
    expect(later).toContain('第1版');
  });

  it('takes a page that was gone back to and changed as a new version', async () => {
    const { app, hidden } = await opened();
    await app.request(link, post({ ...hidden, 't17.figure.0': '1000' }));
    const again = await app.request(link, post({ ...hidden, 't17.figure.0': '1100' }));
    expect(await again.text()).toContain('第2版');
  });

  it('prefills an answer and leaves it alone unless it is touched', async () => {
    const { app, markup, hidden, stored } = await opened(form({ tasks: [answered(17), task(18)] }));
    expect(markup).toContain('本期已报');
    expect(markup).toMatch(/<textarea[^>]*name="t17\.progress"[^>]*>\n第一行\n第二行<\/textarea/);
    const untouched = { 't17.rating': 'onTrack', 't17.figure.0': '1100', 't17.progress': '第一行\r\n第二行' };
    await app.request(link, post({ ...hidden, ...untouched, 't18.figure.0': '950' }));
    expect(stored.at(-1)?.answers.map((one) => one.task)).toEqual([18]);
    await app.request(link, post({ ...hidden, ...untouched, 't17.figure.0': '1150' }));
    expect(stored.at(-1)?.answers.map((one) => [one.task, one.content.figures[0]?.value])).toEqual([[17, 1150]]);
  });

  it('says on the receipt what a correction changed', async () => {
    const { app, hidden } = await opened(form({ tasks: [answered(17), task(18)] }));
    const words = { 't17.rating': 'behind', 't17.figure.0': '1100', 't17.progress': '第一行\n第二行' };
    const receipt = await (await app.request(link, post({ ...hidden, ...words, filledBy: '张三' }))).text();
    expect(receipt).toMatch(/较第1版：<\/strong>自评由“序时推进”改为“进展滞后”。/);
  });

  it.each([
    ['t17.figure.0', '约六千', '读不出准确数'],
    ['t17.figure.0', '-5', '不能是负数'],
    ['t17.figure.0', '9'.repeat(30), '太大'],
    ['t17.rating', 'excellent', '“自评”应为已完成、序时推进'],
    ['t17.nextBy', '2026-02-30', '不是一个日期'],
    ['t17.completedOn', '2026-05-01', '晚于今天（2026-04-20）'],
    ['t17.progress', '很'.repeat(2001), '不超过2000字'],
    ['t17.evidence', '号'.repeat(301), '不超过300字'],
    ['filledBy', '名'.repeat(61), '不超过60字'],
  ])('names what is wrong with %s = %.12s in its place', async (field, value, sentence) => {
    const { app, hidden, stored } = await opened();
    const reply = await app.request(link, post({ ...hidden, 't18.progress': '已写好的<话>', [field]: value }));
    const markup = await reply.text();
    expect(reply.status).toBe(422);
    expect(markup).toContain(sentence);
    expect(markup).toContain(`href="#${field}"`);
    expect(markup).toContain(`id="${field}"`);
    expect(markup).toContain('已写好的&lt;话&gt;');
    // A rating that does not exist has no button to show it.
    expect(markup).toContain(field === 't17.rating' ? 'name="t17.rating"' : value);
    expect(stored).toHaveLength(0);
  });

  it('asks again when 无变化 is ticked beside another figure', async () => {
    const { app, hidden, stored } = await opened();
    const reply = await app.request(link, post({ ...hidden, 't17.unchanged': 'yes', 't17.figure.0': '901' }));
    expect(await reply.text()).toContain('勾选了“无变化”，但累计填901批次，上期为900批次');
    expect(stored).toHaveLength(0);
  });

  it('takes 无变化 in one click, with the figure it shows', async () => {
    const { app, markup, hidden, stored } = await opened();
    expect(markup).toContain('本期无变化，累计仍为900批次');
    const reply = await app.request(link, post({ ...hidden, 't17.unchanged': 'yes' }));
    expect(await reply.text()).toContain('累计900批次（上期900，本期+0）');
    expect(stored[0]?.answers.map(({ content }) => content)).toEqual([
      { figures: [{ target: 0, value: 900 }], unchanged: true },
    ]);
  });

  it('shows what was written last round', async () => {
    const previous = { round: '2026-1', content: { rating: 'behind', figures: [], cause: '检测机构<不足>' } } as const;
    const { markup } = await opened(form({ tasks: [task(17, { previous })] }));
    expect(markup).toMatch(/上期报送（2026年第1次）[^]*自评：进展滞后[^]*滞后原因：检测机构&lt;不足&gt;/);
  });

  it('asks once more about a figure that falls', async () => {
    const { app, hidden, stored } = await opened();
    const said = { ...hidden, 't17.figure.0': '９０', 't18.figure.0': '950', 't17.progress': '已写好的话' };
    const asked = await app.request(link, post(said));
    const page = await asked.text();
    expect(asked.status).toBe(422);
    expect(stored).toHaveLength(0);
    expect(page).toContain('有1处需要核对');
    expect(page).toContain('累计90批次，小于上期900批次，请核对单位和口径');
    expect(page).toMatch(/<input type="checkbox" name="t17\.sure\.0"[^>]*value="90"/);
    expect(page).toContain('已写好的话');
    await app.request(link, post({ ...said, 't17.sure.0': '90' }));
    expect(stored[0]?.answers.map(({ content }) => content.figures)).toEqual([
      [{ target: 0, value: 90, confirmed: true }],
      [{ target: 0, value: 950 }],
    ]);
  });

  it('asks again about another figure than the confirmed one', async () => {
    const { app, hidden, stored } = await opened();
    const reply = await app.request(link, post({ ...hidden, 't17.figure.0': '80', 't17.sure.0': '90' }));
    expect(await reply.text()).toContain('累计80批次，小于上期900批次');
    expect(stored).toHaveLength(0);
  });

  it('says so when nothing was filled', async () => {
    const { app, hidden, stored } = await opened();
    const reply = await app.request(link, post({ ...hidden, filledBy: '张三' }));
    expect(reply.status).toBe(422);
    expect(await reply.text()).toContain('没有填写或改动任何一项');
    expect(stored).toHaveLength(0);
  });

  it('takes no answer for a task that is not on the page or is settled', async () => {
    const { app, hidden, stored } = await opened(form({ tasks: [task(17, { standing: 'accepted' }), task(18)] }));
    await app.request(link, post({ ...hidden, 't17.figure.0': '901', 't99.figure.0': '901', 't18.figure.0': '901' }));
    expect(stored.flatMap(({ answers }) => answers.map((one) => one.task))).toEqual([18]);
  });

  it('says until when the overdue can still be reported, and nothing of it where none is', async () => {
    const late = form({ tasks: [task(17, { standing: 'overdue' }), task(18, { standing: 'escalated' }), task(19)] });
    expect((await opened(late)).markup).toMatch(
      /2项已逾期，仍可补报。<\/strong>\s*5月8日（星期五）17:00本期关闭前补报的/,
    );
    expect((await opened()).markup).not.toContain('仍可补报');
  });

  it('still takes an answer after closing and says what that means', async () => {
    const { app, markup, hidden } = await opened(form({ state: 'closed' }));
    expect(markup).toContain('关闭后补报');
    const receipt = await app.request(link, post({ ...hidden, 't17.figure.0': '1000' }));
    expect(await receipt.text()).toContain('登记为关闭后补报');
  });

  it('expires a day after the round closed', async () => {
    const closed = form({ state: 'closed', closesAt: '2026-04-19T01:00:00Z' });
    const { app, hidden, stored } = await opened(closed);
    for (const reply of [
      await app.request(link),
      await app.request(link, post({ ...hidden, 't17.figure.0': '1000' })),
    ]) {
      expect(reply.status).toBe(410);
      expect(await reply.text()).toContain('本期调度已于4月19日（星期日）关闭');
    }
    expect(stored).toHaveLength(0);
  });

  it('notes from where it is opened and handed in', async () => {
    const { app, hidden, uses } = await opened();
    const agent = { 'user-agent': 'Chrome/69 360SE' };
    await app.request(link, post({ ...hidden, 't17.figure.0': '约' }, agent));
    await app.request(link, post({ ...hidden, 't17.figure.0': '1000' }, agent));
    expect(uses.map(({ act, agent: by }) => [act, by])).toEqual([
      ['open', ''],
      ['submit', 'Chrome/69 360SE'],
    ]);
  });

  it('escapes hostile words in every place', async () => {
    const hostile = '"><script>alert(1)</script>';
    const { app, markup, hidden } = await opened(
      form({
        party: hostile,
        title: hostile,
        tasks: [task(17, { title: hostile, goal: hostile, returnedFor: hostile })],
      }),
    );
    const wrong = await app.request(
      link,
      post({ ...hidden, 't17.figure.0': hostile, 't17.progress': hostile, submission: hostile }),
    );
    const right = await app.request(link, post({ ...hidden, 't17.progress': `</textarea>${hostile}` }));
    for (const page of [markup, await wrong.text(), await right.text()]) {
      expect(page).not.toContain('<script>alert');
      expect(page).toContain('&lt;script&gt;');
    }
  });

  it.each([
    ['forged', 404, '这个填报链接打不开'],
    ['revoked', 410, '联络员已变更'],
  ])('tells clearly that a %s link does not open', async (given, code, sentence) => {
    const { app, stored } = openOffice();
    for (const request of [app.request(`/a/${given}`), app.request(`/a/${given}`, post({ 't17.figure.0': '1' }))]) {
      const reply = await request;
      expect(reply.status).toBe(code);
      expect(await reply.text()).toContain(sentence);
    }
    expect(stored).toHaveLength(0);
  });

  it.each([
    ['another origin', { origin: 'http://evil.test' }],
    ['no origin', { origin: '' }],
    ['a rebound loopback name', { origin: 'http://localhost.evil.test', host: 'localhost.evil.test' }],
  ])('refuses a form that comes from %s', async (_, headers) => {
    const { app, hidden, stored } = await opened();
    const reply = await app.request(link, post({ ...hidden, 't17.figure.0': '1000' }, headers));
    expect(reply.status).toBe(403);
    expect(await reply.text()).toContain(publicUrl);
    expect(stored).toHaveLength(0);
  });

  it('takes a form from the loopback name the page was opened by', async () => {
    const { app, hidden, stored } = await opened();
    const local = { origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' };
    await app.request(link, post({ ...hidden, 't17.figure.0': '1000' }, local));
    expect(stored).toHaveLength(1);
  });

  it('limits one link without limiting the others', async () => {
    const { app } = openOffice();
    const codes = await Promise.all(Array.from({ length: 60 }, async () => (await app.request('/a/forged')).status));
    expect(codes.filter((code) => code === 404)).toHaveLength(40);
    expect(codes.filter((code) => code === 429)).toHaveLength(20);
    expect((await app.request(link)).status).toBe(200);
  });

  it('limits one address whatever its links', async () => {
    const { app } = openOffice();
    const visits = Array.from({ length: 410 }, async (_, index) => (await app.request(`/a/forged-${index}`)).status);
    expect((await Promise.all(visits)).filter((code) => code === 429)).toHaveLength(10);
  });

  it('refuses a form of more than its files may have', async () => {
    const { app, hidden, stored } = await opened();
    const reply = await app.request(link, post({ ...hidden, 't17.progress': 'x'.repeat(25 * 1024 * 1024) }));
    expect(reply.status).toBe(413);
    expect(await reply.text()).toContain('不超过 24 MB');
    expect(stored).toHaveLength(0);
  });

  it('shows no internals when the office fails', async () => {
    const office = openOffice();
    const { createApp } = await import('../../web/app.js');
    const seen: unknown[] = [];
    const app = createApp({
      apiKey,
      publicUrl,
      now: () => new Date(0),
      onProblem: (problem, where) => seen.push(where, problem),
      deps: {
        ...office.deps,
        answers: { ...office.deps.answers, openForm: () => Promise.reject(new Error('password=hunter2')) },
      },
    });
    const reply = await app.request(link);
    expect(reply.status).toBe(500);
    expect(await reply.text()).not.toContain('hunter2');
    expect(String(seen[0])).not.toContain(token);
    expect(seen).toHaveLength(2);
  });
});
