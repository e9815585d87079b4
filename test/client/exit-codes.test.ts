import { describe, expect, it } from '@jest/globals';
import { SettingsError } from '../../config/settings.js';
import { run } from './run-client.js';

const wrongSettings = () => {
  throw new SettingsError(['环境变量 WEB_PORT 的值不对']);
};
const brokenSettings = () => {
  throw new TypeError('boom');
};

describe('exit codes', () => {
  it('0 when the order was carried out', async () => {
    expect((await run(['excuse', '2', '--as', 'zqb1'])).code).toBe(0);
  });

  it.each([['--help'], ['help'], ['extend', '--help'], ['mail', 'release', '--help'], ['help', 'start']])(
    '0 for help: %s',
    async (...argv) => {
      const { code, err } = await run(argv.filter((word) => typeof word === 'string'));
      expect({ code, err }).toEqual({ code: 0, err: '' });
    },
  );

  it.each([
    [['extnd', '2'], 'extend'],
    [['excuse', '2', '--az', 'zqb1'], '--as'],
    [['excuse'], '<tasks>'],
    [['extend', '2', '--as', 'zqb1'], '--until'],
    [['extend', '2', '--as', 'zqb1', '--until'], '--until'],
    [['pause', '2', '--as', 'zqb1'], '参数过多'],
    [['excuse', 'abc', '--as', 'zqb1'], 'abc'],
  ])('1 and one line for %j', async (argv, named) => {
    const { code, err, office } = await run(argv);
    expect(code).toBe(1);
    expect(err).toContain(named);
    expect(err.split('\n')).toHaveLength(1);
    expect(office.ordered).toEqual([]);
  });

  it('1 when nobody serves at the address, naming it', async () => {
    const { code, err } = await run(['status'], { url: 'http://127.0.0.1:9' });
    expect(code).toBe(1);
    expect(err).toContain('http://127.0.0.1:9');
    expect(err).toContain('shuangyue up');
  });

  it('1 when the key is another one', async () => {
    const { code, err } = await run(['status'], { apiKey: 'another' });
    expect(code).toBe(1);
    expect(err).toContain('密钥');
  });

  it('1 when the settings do not hold', async () => {
    const { code, err } = await run(['plan', 'config/samples/liaoning-quality.yaml', '--year', '2026'], {
      settings: wrongSettings,
    });
    expect({ code, err }).toEqual({ code: 1, err: '环境变量 WEB_PORT 的值不对' });
  });

  it('2 for a failure of ours, with the stack on --debug', async () => {
    const argv = ['plan', 'config/samples/liaoning-quality.yaml', '--year', '2026'];
    const plain = await run(argv, { settings: brokenSettings });
    const debug = await run([...argv, '--debug'], { settings: brokenSettings });
    expect([plain.code, debug.code]).toEqual([2, 2]);
    expect(plain.err).not.toContain('    at ');
    expect(debug.err).toContain('    at ');
  });

  it('speaks English when asked to', async () => {
    const { err } = await run(['excuse', '2'], { language: 'en' });
    expect(err).toContain('--as CODE');
  });
});
