import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRegisterFile } from '../../../config/register/read-register-file.js';
import { smallRegister } from './small-register.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
});
afterAll(() => rm(folder, { recursive: true }));

const written = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

describe('a register file', () => {
  it('is read as its text', async () => {
    const reading = await readRegisterFile(await written('good.yaml', smallRegister));
    expect(reading.register?.tasks).toHaveLength(2);
  });

  it('that is missing is a problem', async () => {
    const file = join(folder, 'none.yaml');
    expect((await readRegisterFile(file)).problems).toMatchObject([{ file, line: 1, column: 1, code: 'file-missing' }]);
  });

  it('that is a folder is a problem', async () => {
    expect((await readRegisterFile(folder)).problems).toMatchObject([{ code: 'file-unreadable' }]);
  });

  it('in GBK is a problem', async () => {
    const file = await written('gbk.yaml', new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]));
    expect((await readRegisterFile(file)).problems).toMatchObject([{ code: 'not-utf8' }]);
  });

  it('that is huge is refused unread', async () => {
    const file = await written('huge.yaml', '');
    await truncate(file, 3_000_000_000);
    expect((await readRegisterFile(file)).problems).toMatchObject([{ code: 'file-too-large' }]);
  });
});
