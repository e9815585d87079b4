import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folderStore, hashOf, keepFile } from '../../record/files.js';
import { openTestRecord, temporaryFolder, type TestRecord } from './open-test-record.js';

const folder = temporaryFolder();
const files = folderStore(folder);
const bytes = new TextEncoder().encode('来信');
const hash = hashOf(bytes);
let record: TestRecord;

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the file store', () => {
  it('gives back what was put, by its hash', async () => {
    expect(await files.has(hash)).toBe(false);
    expect(await files.put(bytes)).toBe(hash);
    expect(await files.has(hash)).toBe(true);
    expect(new TextDecoder().decode(await files.get(hash))).toBe('来信');
  });

  it('keeps the same bytes once, also when put at one time', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => files.put(bytes)));
    expect(new Set(many)).toEqual(new Set([hash]));
    expect(readdirSync(join(folder, hash.slice(0, 2)))).toEqual([hash]);
  });

  it('registers a file once', async () => {
    const at = '2026-02-09T01:30:00.000Z';
    await keepFile(record.db, files, { bytes, media: 'message/rfc822', at });
    await keepFile(record.db, files, { bytes, media: 'message/rfc822', at: '2026-02-10T01:30:00.000Z' });
    const registered = await record.db.selectFrom('file').selectAll().execute();
    expect(registered).toEqual([{ hash, bytes: bytes.length, media: 'message/rfc822', stored_at: at }]);
  });

  it('tells when a file was changed on disk', async () => {
    const other = await files.put(new TextEncoder().encode('原件'));
    writeFileSync(join(folder, other.slice(0, 2), other), '改件');
    await expect(files.get(other)).rejects.toThrow('was changed on disk');
  });

  it.each(['../../etc/passwd', '', 'ABC', `${hash}0`])('refuses %j as a hash', async (name) => {
    await expect(async () => files.get(name)).rejects.toThrow('no file');
  });
});
