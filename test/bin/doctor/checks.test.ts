import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Check, Visit } from '../../../bin/doctor/check.js';
import { clockSkew } from '../../../bin/doctor/clock-skew.js';
import { engineCheck } from '../../../bin/doctor/check-engine.js';
import { engineProgramCheck } from '../../../bin/doctor/check-engine-program.js';
import { folderCheck } from '../../../bin/doctor/check-folder.js';
import { holidayFindings } from '../../../bin/doctor/check-holidays.js';
import { programCheck } from '../../../bin/doctor/check-program.js';
import { recordCheck } from '../../../bin/doctor/check-record.js';
import { webCheck } from '../../../bin/doctor/check-web.js';
import { doctorWords } from '../../../bin/doctor/words/doctor-words.js';
import { readSettings, type Environment } from '../../../config/settings.js';
import { lines, verdicts } from './findings.js';

const open: { folders: string[]; servers: Server[] } = { folders: [], servers: [] };
afterEach(async () => {
  for (const folder of open.folders.splice(0)) rmSync(folder, { recursive: true });
  for (const server of open.servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  open.folders.push(folder);
  return folder;
};
const now = new Date('2026-11-26T04:00:00Z');

/** What a check finds in an office with these settings. */
const find = async (check: Check, environment: Environment, more: Partial<Visit> = {}) =>
  check.examine({
    settings: readSettings({ SHUANGYUE_HOME: newFolder(), ...environment }, '/nowhere'),
    isUp: false,
    now: () => now,
    words: doctorWords.zh,
    ...more,
  });

const serve = async (answer: RequestListener): Promise<number> => {
  const server = createServer(answer);
  open.servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

const apiKey = 'the-key-of-this-office';
const ours: RequestListener = (request, response) => {
  const known = request.headers.authorization === `Bearer ${apiKey}`;
  response.setHeader('date', now.toUTCString());
  response.statusCode = known ? 200 : 401;
  response.end(known ? '{"ok":true,"now":""}' : '{"error":{"code":"unauthorized","message":"","where":""}}');
};

describe('the program', () => {
  it('is new enough and knows the zones', async () => {
    expect(verdicts(await find(programCheck, {}))).toEqual(['good', 'good']);
  });
});

describe('the folder', () => {
  it('is tried and left as it was', async () => {
    const home = newFolder();
    const findings = await find(folderCheck, { SHUANGYUE_HOME: home });
    expect(lines(findings)).toEqual([
      `good ${home}`,
      expect.stringContaining('可用空间'),
      expect.stringContaining('可以写入'),
    ]);
    expect(readdirSync(home)).toEqual([]);
  });

  it('that is not there yet is tried where it will be', async () => {
    const home = join(newFolder(), 'a', 'b');
    expect(lines(await find(folderCheck, { SHUANGYUE_HOME: home }))[0]).toContain('首次启动时建立');
  });
});

describe('holidays', () => {
  it.each<[string, readonly number[], readonly string[]]>([
    ['2026-07-01T00:00:00Z', [2026], ['good 2026', 'good 2027 年的安排通常']],
    ['2026-10-31T15:59:00Z', [2026], ['good 2026', 'good 2027 年的安排通常']],
    ['2026-10-31T16:00:00Z', [2026], ['good 2026', 'hint 2027 年没有']],
    ['2026-11-26T00:00:00Z', [2026, 2027], ['good 2026', 'good 2027 年的放假']],
    ['2027-01-01T00:00:00Z', [2026], ['hint 2027 年没有', 'good 2028 年的安排通常']],
  ])('at %s with %j are %j', (at, known, expected) => {
    const found = lines(holidayFindings(known, new Date(at), doctorWords.zh));
    expect(found).toEqual(expected.map((beginning) => expect.stringMatching(new RegExp(`^${beginning}`))));
  });
});

describe('a clock', () => {
  it.each([
    [59, 'good'],
    [-59, 'good'],
    [75, '快 75 秒'],
    [-75, '慢 75 秒'],
  ])('%d seconds ahead is %s', (seconds, said) => {
    expect(
      lines([clockSkew('数据库', now, new Date(now.getTime() + seconds * 1_000), doctorWords.zh)]).join(),
    ).toContain(said);
  });
});

describe('the pages', () => {
  it('of this office answer its key', async () => {
    const port = String(await serve(ours));
    const findings = await find(webCheck, { WEB_PORT: port, API_KEY: apiKey }, { isUp: true });
    expect(lines(findings)[0]).toMatch(/^good .*密钥相符/);
  });

  it('of an office with other settings are told of', async () => {
    const port = String(await serve(ours));
    const findings = await find(webCheck, { WEB_PORT: port, API_KEY: 'the-key-of-another-one' }, { isUp: true });
    expect(lines(findings)[0]).toMatch(/^broken .*不认本机的密钥/);
  });

  it('of another program are told of', async () => {
    const port = String(await serve((_, response) => response.end('It works!')));
    expect(lines(await find(webCheck, { WEB_PORT: port }))[0]).toMatch(/^broken .*回应的不是双月/);
  });

  it('that do not run are a hint before the start and broken after it', async () => {
    expect(verdicts(await find(webCheck, { WEB_PORT: '9' }))[0]).toBe('hint');
    expect(verdicts(await find(webCheck, { WEB_PORT: '9' }, { isUp: true }))[0]).toBe('broken');
  });

  it('are found at the public address, without showing the key there', async () => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      seen.push(request.headers.authorization);
      ours(request, response);
    });
    const environment = { WEB_PORT: '9', API_KEY: apiKey, WEB_PUBLIC_URL: `http://127.0.0.1:${port}` };
    const findings = await find(webCheck, environment);
    expect(lines(findings).slice(1)).toEqual([
      expect.stringMatching(/^good WEB_PUBLIC_URL .*通到双月/),
      expect.stringMatching(/^good 时钟/),
    ]);
    expect(seen).toEqual([undefined]);
  });

  it('at a public address that leads elsewhere are told of', async () => {
    const port = await serve((_, response) => response.end('nginx'));
    const environment = { WEB_PORT: '9', WEB_PUBLIC_URL: `http://127.0.0.1:${port}` };
    const [, outside] = lines(await find(webCheck, environment, { isUp: true }));
    expect(outside).toMatch(/^broken .*反向代理/);
  });
});

describe('the engine', () => {
  it('embedded and not started is a hint', async () => {
    expect(lines(await find(engineCheck, {}))).toEqual([expect.stringMatching(/^hint 内置引擎没有运行.*shuangyue up/)]);
  });

  it('elsewhere that does not answer is broken', async () => {
    const findings = await find(engineCheck, { TEMPORAL_ADDRESS: '127.0.0.1:9' });
    expect(lines(findings)).toEqual([expect.stringMatching(/^broken 连不上 127\.0\.0\.1:9/)]);
  });

  it('elsewhere needs no program here', async () => {
    expect(verdicts(await find(engineProgramCheck, { TEMPORAL_ADDRESS: '127.0.0.1:9' }))).toEqual(['good']);
  });
});

describe('the record', () => {
  it('embedded is looked at from outside', async () => {
    expect(lines(await find(recordCheck, {}))).toEqual(['good 内置，首次启动时建立']);
  });

  it('left behind by another machine is told of', async () => {
    const home = newFolder();
    mkdirSync(join(home, 'record'));
    writeFileSync(join(home, 'record', 'owner.lock'), JSON.stringify({ pid: 7, host: 'elsewhere', start: '1' }));
    const findings = await find(recordCheck, { SHUANGYUE_HOME: home });
    expect(lines(findings)[0]).toMatch(/^hint 内置，正由 elsewhere 上的进程 7 使用/);
  });

  it('on a server that is away is broken, without its password', async () => {
    const findings = await find(recordCheck, { DATABASE_URL: 'postgres://zqb:hunter2@127.0.0.1:9/shuangyue' });
    expect(lines(findings)).toEqual([expect.stringMatching(/^broken 连不上 PostgreSQL（127\.0\.0\.1:9\/shuangyue）/)]);
    expect(lines(findings).join()).not.toContain('hunter2');
  });
});
