import { describe, expect, it } from '@jest/globals';
import { startWeb } from '../../web/server.js';
import { apiKey, hiddenInputs, now, openOffice, token } from './fake-office.js';

const start = (port = 0) => {
  const office = openOffice();
  const options = { port, host: '127.0.0.1', publicUrl: 'http://office.test', apiKey, deps: office.deps, now };
  return { office, web: startWeb(options) };
};

describe('the web server', () => {
  it('serves the form, its stylesheet and a submission on a real port', async () => {
    const { office, web: starting } = start();
    const web = await starting;
    try {
      const markup = await (await fetch(`${web.url}/a/${token}`)).text();
      const style = await fetch(web.url + (/href="(\/style-[^"]+\.css)"/.exec(markup)?.[1] ?? ''));
      expect(style.headers.get('content-type')).toContain('text/css');
      expect(style.headers.get('cache-control')).toContain('immutable');
      const reply = await fetch(`${web.url}/a/${token}`, {
        method: 'POST',
        body: new URLSearchParams({ ...hiddenInputs(markup), 't17.figure.0': '1210' }),
        headers: { origin: web.url },
      });
      expect(await reply.text()).toContain('已收到省发展改革委的报送（1项）');
      expect(office.stored).toHaveLength(1);
    } finally {
      await web.close();
    }
    await expect(fetch(web.url)).rejects.toThrow('fetch failed');
  });

  it('refuses a taken port with what to do', async () => {
    const web = await start().web;
    try {
      await expect(start(web.port).web).rejects.toThrow(/已被占用：应为空闲端口；请停止占用它的程序/);
    } finally {
      await web.close();
    }
  });
});
