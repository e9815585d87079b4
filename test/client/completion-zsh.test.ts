import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../config/project-root.js';
import { run } from './run-client.js';

const pressTab = fileURLToPath(new URL('press-tab.zsh', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zsh-'));
  const program = join(folder, 'shuangyue');
  writeFileSync(program, `#!/bin/sh\nexec node ${join(projectRoot(), 'dist/bin/shuangyue.js')} "$@"\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(folder, 'register of 2026.yaml'), '');
  writeFileSync(join(folder, '_shuangyue'), `${(await run(['completion', 'zsh'])).out}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const compinit = 'autoload -Uz compinit; compinit -u -D';
const setups = {
  'sourced after compinit': `${compinit}; source <(cat _shuangyue)`,
  'sourced without compinit': 'source <(cat _shuangyue)',
  'kept in fpath': 'fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D',
};

/** What zsh offers for the line, and what the line is after one Tab. */
function tab(line: string, setup = setups['sourced after compinit']) {
  const said = execFileSync('zsh', ['-f', pressTab, setup, line], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}${delimiter}${process.env['PATH']}`, HOME: folder, TERM: 'dumb', SHUANGYUE_HOME: folder },
  });
  return {
    offered: [...said.matchAll(/OFFERED:(.*?):\r?\n/g)].map(([, word]) => word),
    line: /LINE:(.*):END/.exec(said)?.[1],
  };
}

describe('completion in zsh', () => {
  it('completes a command', () => {
    expect(tab('shuangyue stat')).toEqual({ offered: ['status'], line: 'shuangyue status ' });
  });

  it('offers the commands below a command', () => {
    expect(new Set(tab('shuangyue mail re').offered)).toEqual(new Set(['refuse', 'release']));
  });

  it('completes an option, behind a quoted word too', () => {
    expect(tab('shuangyue history --camp').line).toBe('shuangyue history --campaign ');
    expect(tab("shuangyue answer 2 --progress 'as planned' --unch").line).toBe(
      "shuangyue answer 2 --progress 'as planned' --unchanged ",
    );
  });

  it('completes files where a file is wanted', () => {
    expect(tab('shuangyue register check regi').line).toBe('shuangyue register check register\\ of\\ 2026.yaml ');
  });

  it.each(Object.entries(setups))('works %s', (_, setup) => {
    expect(tab('shuangyue rehea', setup).line).toBe('shuangyue rehearse ');
  });
});
