import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDemoHome } from '../../bin/demo-home.js';
import { demoSettings } from '../../bin/demo-settings.js';
import { sampleCampaign } from '../../bin/sample-campaign.js';
import { workerEnvironment } from '../../bin/worker-environment.js';
import { readSettings, weighOfficeSettings } from '../../config/settings.js';
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
  const everything = [
    'SMTP_URL=smtps://relay.example',
    'IMAP_URL=imaps://zqb:word@imap.ln.example',
    'ARCHIVE=archive@ln.example',
    'TEMPORAL_ADDRESS=temporal.example:7233',
    'DATABASE_URL=postgres://zqb:word@db.ln.example/shuangyue',
    `SIGNING_SECRET=${'s'.repeat(32)}`,
    'MAIL_DOMAIN=ln.example',
    'WEB_PUBLIC_URL=https://diaodu.ln.example',
  ];

  it('send nothing to a real relay, archive or engine', async () => {
    const home = folder();
    writeFileSync(join(home, '.env'), everything.join('\n'));
    const { settings: office } = weighOfficeSettings({}, home);
    if (office === undefined) throw new Error('the office’s settings do not hold');
    expect(office.mail).toMatchObject({ smtpUrl: 'smtps://relay.example', archive: 'archive@ln.example' });
    const { register } = await sampleCampaign();
    const settings = await demoSettings(office, register, 1);
    expect(settings.mail.smtpUrl).toBeUndefined();
    expect(settings.mail.archive).toBeUndefined();
    expect(settings.mail.imap).toBeUndefined();
    expect(settings.mail.archiveImap).toBeUndefined();
    expect(settings.temporal.address).toBeUndefined();
    expect(settings.database).toBeUndefined();
    expect(settings.signingSecret).toBeUndefined();
    expect(settings.home).toBe(join(office.home, 'demo'));
    expect(settings.mail.bouncing).toHaveLength(1);
  });

  it('reach the worker as they are, whatever lies about', async () => {
    const home = folder();
    writeFileSync(join(home, '.env'), everything.join('\n'));
    const { settings: office } = weighOfficeSettings({}, home);
    if (office === undefined) throw new Error('the office’s settings do not hold');
    const { register } = await sampleCampaign();
    const settings = await demoSettings(office, register, 1);
    const around = Object.fromEntries(everything.map((line) => line.split('=') as [string, string]));
    const ports = { web: 1, intake: 2, postOffice: 3 };
    const env = workerEnvironment(settings, ports, '127.0.0.1:4', around);
    const { settings: read, file } = weighOfficeSettings(env, home);
    expect(file).toBeUndefined();
    expect(read).toEqual(readSettings(env, home));
    expect(read).toEqual({
      ...settings,
      temporal: { namespace: 'shuangyue', port: 7233, uiPort: 8233, address: '127.0.0.1:4' },
      web: { port: 1 },
      mail: { ...settings.mail, intakePort: 2, postOfficePort: 3 },
    });
  });
});
