import { readFileSync } from 'node:fs';
import { mkdtemp, copyFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { array, assert, asyncProperty, nat, record } from 'fast-check';
import { differences } from '../../../config/register/difference.js';
import { projectRoot } from '../../../config/project-root.js';
import { readRegister } from '../../../config/register/read-register.js';
import { readRegisterFile } from '../../../config/register/read-register-file.js';
import { readRegisterWorkbook } from '../../../config/register/read-register-workbook.js';
import { registerHash, type RegisterContent } from '../../../config/register/register-hash.js';
import type { RegisterReading } from '../../../config/register/register-reading.js';
import type { Party } from '../../../domain/register.js';
import { decodeWorkbook } from '../../../sheets/decode-workbook.js';
import { SheetRefused } from '../../../sheets/sheet-refused.js';

const samples = join(projectRoot(), 'config/samples');
const bytes = readFileSync(join(samples, 'liaoning-quality.xlsx'));
const text = readRegister(readFileSync(join(samples, 'liaoning-quality.yaml'), 'utf8'), 'r.yaml');

const contentOf = ({ register, cadence, quietDays, problems }: RegisterReading) => {
  if (register === undefined) throw new Error(JSON.stringify(problems));
  return { ...register, cadence, quietDays };
};

/** The sample workbook has no columns for telephones. */
function withoutPhones(content: RegisterContent): RegisterContent {
  const parties = content.parties.map((party): Party => {
    const posts = Object.entries(party.posts).map(([kind, { name, email }]) => [kind, { name, email }] as const);
    return { ...party, posts: Object.fromEntries(posts) };
  });
  return { ...content, parties };
}

describe('the sample workbook', () => {
  it('says what the text file says but for telephones', async () => {
    const reading = readRegisterWorkbook(await decodeWorkbook(bytes), 'r.xlsx');
    const silent = withoutPhones(contentOf(text));
    expect(differences(silent, contentOf(reading))).toEqual([]);
    expect(registerHash(contentOf(reading))).toBe(registerHash(silent));
    expect(reading.warnings.map(({ code }) => code)).toEqual(text.warnings.map(({ code }) => code));
  });

  it('is known by its content under any name', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'register-')), '台账.yaml');
    await copyFile(join(samples, 'liaoning-quality.xlsx'), file);
    expect((await readRegisterFile(file)).register?.tasks).toHaveLength(106);
  });

  it('is checked in well under a second', async () => {
    const workbook = await decodeWorkbook(bytes);
    readRegisterWorkbook(workbook, 'r.xlsx');
    const { user, system } = process.cpuUsage();
    readRegisterWorkbook(await decodeWorkbook(bytes), 'r.xlsx');
    const used = process.cpuUsage({ user, system });
    expect((used.user + used.system) / 1000).toBeLessThan(1000);
  });

  it('with any bytes changed is read or refused', async () => {
    expect.hasAssertions();
    const change = record({ at: nat(bytes.length - 1), value: nat(255) });
    await assert(
      asyncProperty(array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const spoilt = Buffer.from(bytes);
        for (const { at, value } of changes) spoilt[at] = value;
        const outcome = await decodeWorkbook(spoilt).then(
          (workbook) => typeof readRegisterWorkbook(workbook, 'r.xlsx').problems.length,
          (error: unknown) => error instanceof SheetRefused && 'refused',
        );
        expect(['number', 'refused']).toContain(outcome);
      }),
      { numRuns: 60 },
    );
  });

  it('cut off anywhere is refused', async () => {
    await assert(
      asyncProperty(nat(bytes.length - 1), async (length) => {
        await expect(decodeWorkbook(bytes.subarray(0, length))).rejects.toBeInstanceOf(SheetRefused);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a file that is no workbook', () => {
  const written = async (name: string, content: string | Uint8Array): Promise<string> => {
    const file = join(await mkdtemp(join(tmpdir(), 'register-')), name);
    await writeFile(file, content);
    return file;
  };

  it.each([
    ['台账.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .xlsx'],
    ['台账.et', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .xlsx'],
    ['台账.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '取消密码'],
    ['台账.csv', '序号,任务名称\n1,甲', '另存为 .xlsx'],
    ['台账.pdf', '%PDF-1.7', '另存为 .xlsx'],
  ])('%s is told how to become one', async (name, content, advice) => {
    const { problems } = await readRegisterFile(await written(name, content));
    expect(problems).toMatchObject([{ code: 'file-kind', line: 1, column: 1 }]);
    expect(problems[0]?.message).toContain(advice);
  });

  it('a damaged workbook is refused with a sentence', async () => {
    const { problems } = await readRegisterFile(await written('台账.xlsx', bytes.subarray(0, 5_000)));
    expect(problems).toMatchObject([{ code: 'workbook-refused', message: expect.stringContaining('请重新') }]);
  });
});
