import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDemoHome } from '../../bin/demo-home.js';
import { demoSettings } from '../../bin/demo-settings.js';
import { sampleCampaign } from '../../bin/sample-campaign.js';
import { readSettings } from '../../config/settings.js';
import { isRefusal } from '../../worker/local/refusal.js';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'shuangyue-demo-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const goOn = { fresh: false };
const refusedWith = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => isRefusal(error) && error.message,
  );

describe('the demo’s folder', () => {
  it('keeps the seed it began with', async () => {
    const home = folder();
    expect(await prepareDemoHome(home, { ...goOn, seed: 7 })).toEqual({ seed: 7 });
    expect(await prepareDemoHome(home, goOn)).toEqual({ seed: 7 });
    expect(await refusedWith(prepareDemoHome(home, { ...goOn, seed: 8 }))).toContain('--fresh');
  });

  it('is emptied only when asked, and keeps the lock', async () => {
    const home = folder();
    await prepareDemoHome(home, goOn);
    mkdirSync(join(home, 'record'));
    writeFileSync(join(home, 'instance.lock'), 'ours');
    await prepareDemoHome(home, goOn);
    expect(existsSync(join(home, 'record'))).toBe(true);
    expect(await prepareDemoHome(home, { fresh: true, seed: 3 })).toEqual({ seed: 3 });
    expect(readdirSync(home).toSorted()).toEqual(['demo.json', 'instance.lock']);
  });

  it('is never taken from somebody else', async () => {
    const home = folder();
    writeFileSync(join(home, 'thesis.docx'), 'years of work');
    expect(await refusedWith(prepareDemoHome(home, { fresh: true }))).toContain('demo.json');
    expect(await refusedWith(prepareDemoHome(home, goOn))).toContain('thesis.docx');
    expect(readdirSync(home)).toEqual(['thesis.docx']);
  });
});

describe('the demo’s settings', () => {
  it('send nothing to a real relay, archive or engine', async () => {
    const home = folder();
    const office = readSettings(
      { SMTP_URL: 'smtp://relay.example:25', ARCHIVE: 'archive@ln.example', TEMPORAL_ADDRESS: 'temporal.example:7233' },
      home,
    );
    const { register } = await sampleCampaign();
    const settings = await demoSettings(office, register, 1);
    expect(settings.mail.smtpUrl).toBeUndefined();
    expect(settings.mail.archive).toBeUndefined();
    expect(settings.temporal.address).toBeUndefined();
    expect(settings.home).toBe(join(office.home, 'demo'));
    expect(settings.mail.bouncing).toHaveLength(1);
  });
});
