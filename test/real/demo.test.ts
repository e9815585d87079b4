import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { sampleCampaign } from '../../bin/sample-campaign.js';
import { projectRoot } from '../../config/project-root.js';

const minutesMs = 6 * 60_000;
const program = join(projectRoot(), 'dist', 'bin', 'shuangyue.js');

let home: string;
let printed: string;
let code: unknown;

/** As `npm start -- --rounds 1` runs it, on ports of its own. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'shuangyue-demo-'));
  const ports = ['TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'WEB_PORT', 'INTAKE_SMTP_PORT', 'POST_OFFICE_SMTP_PORT'];
  const child = spawn(process.execPath, [program, 'demo', '--rounds', '1', '--debug'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      SHUANGYUE_HOME: home,
      ...Object.fromEntries(ports.map((name) => [name, '0'])),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => said.push(String(text)));
  [code] = await once(child, 'close');
  printed = said.join('');
}, minutesMs);

afterAll(() => rmSync(home, { recursive: true, force: true }));

const bulletinPath = (): string => /^bulletin: (.+)$/m.exec(printed)?.[1] ?? '';

describe('the demo’s first round', () => {
  it('ends by itself and cleanly', () => {
    expect({ code, printed }).toMatchObject({ code: 0 });
    expect(existsSync(join(home, 'demo', 'instance.lock'))).toBe(false);
    expect(existsSync(join(home, 'demo', 'temporal', 'temporal.pid'))).toBe(false);
  });

  it('tells where everything is, and what happens', () => {
    expect(printed).toMatch(/本地邮局\s+http:\/\/\S+\/post/);
    expect(printed).toMatch(/Temporal UI\s+http:\/\//);
    expect(printed).toContain('第1期开启：35封调度通知，106项任务');
    expect(printed).not.toContain('\u001b');
  });

  it('prints the path of the bulletin', () => {
    expect(isAbsolute(bulletinPath())).toBe(true);
    expect(existsSync(bulletinPath())).toBe(true);
  });

  it('lists all tasks in the annex, most of them reported', async () => {
    const page = readFileSync(bulletinPath(), 'utf8');
    const words = page.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '');
    const annex = words.slice(words.lastIndexOf('附表'));
    const { register } = await sampleCampaign();
    const titles = register.tasks.map(({ title }) => title.replaceAll(/\s+/g, ''));
    expect(titles).toHaveLength(106);
    expect(titles.filter((title) => !annex.includes(title))).toEqual([]);
    expect(annex.split('未报').length - 1).toBeLessThan(30);
  });

  it('reaches the post office as a letter', () => {
    const index = readFileSync(join(home, 'demo', 'post-office', 'index.jsonl'), 'utf8');
    expect(index).toContain('leaders@ln.example');
  });
});
