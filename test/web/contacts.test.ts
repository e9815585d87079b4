import { describe, expect, it } from '@jest/globals';
import { contactsLink, openOffice, post } from './fake-office.js';

const link = `/c/${contactsLink}`;
const change = {
  act: 'change',
  post: 'liaison-a',
  name: '李四',
  phone: '',
  email: 'li@ln.example',
  from: '2026-04-20',
};

describe('a liaison’s contacts page', () => {
  it('shows what is on file, and acts on nothing', async () => {
    const { app, confirmed, handedOver } = openOffice();
    const reply = await app.request(link);
    const markup = await reply.text();
    for (const said of [
      '张三&lt;b&gt;',
      'kjt.office@ln.example',
      '024-86890002',
      '确认无误',
      '2月10日（星期二）已确认',
    ])
      expect(markup).toContain(said);
    expect(markup).not.toContain('分管负责人');
    expect(markup).not.toContain('<script');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect((await app.request(link, { method: 'HEAD' })).status).toBe(200);
    expect([confirmed, handedOver]).toEqual([[], []]);
  });

  it('is confirmed by one click', async () => {
    const { app, confirmed } = openOffice();
    const reply = await app.request(link, post({ act: 'confirm', shown: '11,12' }));
    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain('已确认，谢谢');
    expect(confirmed).toEqual([[11, 12]]);
  });

  it('confirms nothing that was not shown', async () => {
    const { app, confirmed } = openOffice();
    const reply = await app.request(link, post({ act: 'confirm', shown: '11' }));
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain('有变化，没有确认');
    expect(confirmed).toEqual([]);
  });

  it.each([
    ['li@ln.example', '即时生效'],
    ['li@personal.example', '待我办核定'],
  ])('hands over to %s', async (email, said) => {
    const { app, handedOver } = openOffice();
    const reply = await app.request(link, post({ ...change, email }));
    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain(said);
    expect(handedOver).toEqual([{ post: 'liaison-a', name: '李四', phone: null, email, from: '2026-04-20' }]);
  });

  it.each([
    ['name', ''],
    ['email', 'li'],
    ['phone', '见名片'],
    ['from', '下周'],
    ['post', 'head'],
  ])('says what is wrong with the %s and keeps the rest', async (field, given) => {
    const { app, handedOver } = openOffice();
    const reply = await app.request(link, post({ ...change, [field]: given }));
    expect(reply.status).toBe(422);
    const markup = await reply.text();
    expect(markup).toContain(`id="${field}-bad"`);
    expect(markup).toContain('value="li');
    expect(handedOver).toEqual([]);
  });

  it('does nothing for another site', async () => {
    const { app, confirmed } = openOffice();
    const reply = await app.request(link, post({ act: 'confirm', shown: '11,12' }, { origin: 'http://evil.test' }));
    expect(reply.status).toBe(403);
    expect(confirmed).toEqual([]);
  });

  it.each([
    ['/c/forged', 404, '打不开'],
    ['/c/left', 410, '已经停用'],
  ])('%s is told why', async (path, status, said) => {
    const { app } = openOffice();
    for (const reply of [await app.request(path), await app.request(path, post(change))]) {
      expect(reply.status).toBe(status);
      expect(await reply.text()).toContain(said);
    }
  });

  it('asks who comes too often to wait', async () => {
    const { app } = openOffice();
    const replies = [];
    for (let visit = 0; visit < 45; visit += 1) replies.push((await app.request(link)).status);
    expect(replies.filter((status) => status === 429).length).toBeGreaterThan(0);
  });
});
