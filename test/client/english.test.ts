import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../client/plain-text.js';
import { smallRegister } from '../config/register/small-register.js';
import { appliedChange, contactChange } from './contact-change.js';
import { campaign, status } from './fake-server.js';
import { run } from './run-client.js';

const folder = mkdtempSync(join(tmpdir(), 'english-'));
const file = join(folder, 'small.yaml');
writeFileSync(file, smallRegister);

const replies = { extend: { answerBy: '2026-04-30T09:00:00Z' } };
/** Characters, and the marks and spaces that go with them. */
const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const by = ['--as', 'zqb1'];
const commands: readonly (readonly string[])[] = [
  ['status'],
  ['status', '--party', 'kjt'],
  ['task', '2'],
  ['history', '2'],
  ['calls'],
  ['letters'],
  ['letters', '41'],
  ['mail', 'held'],
  ['mail', 'show', '3f9a'],
  ['contacts'],
  ['contacts', 'kjt', '--history'],
  ['contacts', 'check'],
  ['contacts', 'changes', '--all'],
  ['contacts', 'approve', '5', ...by],
  ['contacts', 'ask', 'kjt', ...by],
  ['contact', 'kjt', 'head', 'Li', 'li@ln.example', ...by],
  ['bulletin', 'list'],
  ['bulletin', 'show'],
  ['report'],
  ['plan', file, '--year', '2026'],
  ['plan', file, '--year', '2027', '--json'],
  ['start', file, '--year', '2026', '--yes'],
  ['register', 'check', file],
  ['answer', '2', '--by', 'telephone', '--unchanged', ...by],
  ['extend', '2', '--until', '2026-04-30', ...by],
  ['link', 'show', 'kjt'],
  ['link', 'revoke', 'kjt', ...by],
  ['stop', 'kjt', '--until', '2026-04-30', ...by],
];

const changes = [contactChange, { ...appliedChange, id: 6 }];
const waiting = {
  heldMail: 1,
  toEnter: 0,
  unsigned: 1,
  doubtful: 0,
  withheld: 0,
  draftBulletins: 1,
  contactChanges: 1,
};

describe('in English', () => {
  it.each(commands.map((argv) => [argv.join(' ').replace(file, 'FILE'), argv] as const))(
    '%s says no Chinese of its own',
    async (_, argv) => {
      const { code, out, err, server } = await run(argv, {
        language: 'en',
        office: { replies },
        server: { campaigns: argv[0] === 'start' ? [] : [campaign], changes, status: { ...status, waiting } },
      });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).not.toBe('');
      const recorded = [...server.said, smallRegister].flatMap(chineseOf);
      const own = recorded.toSorted(longestFirst).reduce((text, said) => text.replaceAll(said, ''), out);
      expect(own.split('\n').filter((line) => chinese.test(line))).toEqual([]);
    },
  );
});

/** The texts that a body of the server or a register carries: they are shown as they are written there. */
function chineseOf(body: string): readonly string[] {
  if (!/^[[{]/.test(body)) return body.split(/<[^>]*>|[\s,:[\]{}"#]+/).filter((text) => chinese.test(text));
  const found: string[] = [];
  JSON.parse(body, (_, value: unknown) => {
    if (typeof value === 'string' && chinese.test(value)) found.push(plainText(value));
    return value;
  });
  return found;
}

function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}
