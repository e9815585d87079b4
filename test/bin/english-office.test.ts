import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { addDoctor } from '../../bin/doctor/doctor.js';
import { prepareDemoHome } from '../../bin/demo-home.js';
import { addRecord } from '../../bin/record.js';
import { addUp } from '../../bin/up.js';
import { openClient } from '../../client/client-deps.js';
import { runProgram } from '../../client/run-program.js';
import { readSettings, weighOfficeSettings, type Environment } from '../../config/settings.js';
import { saidIn } from '../../domain/sentence.js';
import { startRelay, type TrialServer } from '../mail/trial-servers.js';

const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
let folder = '';
let relay: TrialServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'english-'));
  relay = await startRelay();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await relay.close();
});

/** One command line with these settings, in a language. */
async function run(language: 'zh' | 'en', environment: Environment, ...argv: readonly string[]) {
  const lines: string[] = [];
  const say = (text: string) => void lines.push(text);
  const all = { SHUANGYUE_LANG: language, SHUANGYUE_HOME: join(folder, 'home'), WEB_PORT: '9', ...environment };
  const deps = openClient(() => readSettings(all, folder), { print: say, warn: say, paint: (_, text) => text });
  const program = new Command('shuangyue').exitOverride();
  addDoctor(program, deps, () => weighOfficeSettings(all, folder));
  addRecord(program, deps);
  addUp(program, deps);
  const code = await runProgram(argv, deps, program);
  return { code, text: lines.join('\n') };
}

const away = {
  TEMPORAL_ADDRESS: '127.0.0.1:9',
  DATABASE_URL: 'postgres://zqb:p@127.0.0.1:9/shuangyue',
  IMAP_URL: 'imaps://zqb:p@127.0.0.1:9',
  ARCHIVE: 'archive@ln.example',
  WEB_PUBLIC_URL: 'http://127.0.0.1:9',
  MAIL_DOMAIN: 'reply.ln.example',
};
const runs: readonly (readonly [string, () => Environment, readonly string[]])[] = [
  ['a new office', () => ({}), ['doctor']],
  ['an office whose servers are away', () => ({ ...away, SMTP_URL: 'smtp://zqb:p@127.0.0.1:9' }), ['doctor']],
  [
    'settings that do not hold',
    () => ({ WEB_PORT: 'x', SMTP_URL: 'http://x', HOLIDAYS_FILE: '/nowhere', DKIM_SELECTOR: 's', MAIL_RATEE: '1' }),
    ['doctor'],
  ],
  ['a relay that refuses the password', () => ({ SMTP_URL: `smtp://zqb:x@127.0.0.1:${relay.port}` }), ['doctor']],
  ['a start with a wrong password', () => ({ SMTP_URL: `smtp://zqb:x@127.0.0.1:${relay.port}` }), ['up']],
  ['a record that is not there', () => ({}), ['record', 'move', '--to', join(tmpdir(), 'elsewhere')]],
  ['a record that would stay', () => ({}), ['record', 'move', '--to', join(folder, 'home')]],
];

describe('an office', () => {
  it.each(runs)('in English: %s', async (_, environment, argv) => {
    const { text } = await run('en', environment(), ...argv);
    expect(text.length).toBeGreaterThan(20);
    expect(text.split('\n').filter((line) => chinese.test(line))).toEqual([]);
  });

  it.each(runs)('in Chinese as before: %s', async (_, environment, argv) => {
    const { text } = await run('zh', environment(), ...argv);
    const bare = /^\s*[✓✗!]? ?[\x20-\x7e]*$/;
    expect(text.split('\n').filter((line) => / [a-z]+ [a-z]+ [a-z]+/.test(line) && bare.test(line))).toEqual([]);
    expect(text).toMatch(chinese);
  });

  it('says in English why a folder is no demo’s', async () => {
    const home = join(folder, 'thesis');
    mkdirSync(home);
    writeFileSync(join(home, 'thesis.docx'), '');
    const refused = [{ fresh: true }, { fresh: false }].map((plan) => prepareDemoHome(home, plan));
    for (const refusal of await Promise.allSettled(refused)) {
      if (refusal.status === 'fulfilled') throw new Error('the folder was taken');
      expect(saidIn('zh', refusal.reason)).toMatch(chinese);
      expect(saidIn('en', refusal.reason)).toMatch(/move/);
      expect(saidIn('en', refusal.reason)).not.toMatch(chinese);
    }
  });
});
