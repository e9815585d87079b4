import { describe, expect, it } from '@jest/globals';
import { good, type Check, type Visit } from '../../../bin/doctor/check.js';
import { examineAll } from '../../../bin/doctor/examine.js';
import { doctorWords } from '../../../bin/doctor/words/doctor-words.js';
import { readSettings } from '../../../config/settings.js';
import { lines } from './findings.js';

const visit: Visit = {
  settings: readSettings({}, '/nowhere'),
  isUp: false,
  now: () => new Date(),
  words: doctorWords.zh,
};
const check = (name: Check['name'], examine: Check['examine'], seconds = 5): Check => ({
  name,
  seconds,
  examine,
});

describe('checks', () => {
  it('run at once and are told in their order', async () => {
    const events: string[] = [];
    let release = (): void => undefined;
    const first = check('record', () => {
      events.push('first begins');
      return new Promise((resolve) => (release = () => resolve([good('first ends')])));
    });
    const second = check('web', async () => {
      events.push('second begins');
      release();
      return [good('second ends')];
    });
    await examineAll([first, second], visit, ({ findings }) => void events.push(...lines(findings)));
    expect(events).toEqual(['first begins', 'second begins', 'good first ends', 'good second ends']);
  });

  it('that never end are given up', async () => {
    const silent = check('smtp', () => new Promise(() => undefined), 0.05);
    const [examined] = await examineAll([silent], visit, () => undefined);
    expect(lines(examined?.findings ?? [])).toEqual([expect.stringMatching(/^broken 0\.05 秒没有结果/)]);
  });

  it('that fail say so and stop no other', async () => {
    const failing = check('dns', () => Promise.reject(new Error('boom')));
    const all = await examineAll([failing, check('holidays', async () => [good('sound')])], visit, () => undefined);
    expect(all.map(({ findings }) => lines(findings))).toEqual([['broken 没有查成：boom'], ['good sound']]);
  });
});
