import { describe, expect, it } from '@jest/globals';
import { doctorWords } from '../../bin/doctor/words/doctor-words.js';
import { demoWords } from '../../bin/words/demo.js';
import { officeWords } from '../../bin/words/office.js';
import { serverWords as mailServerWords } from '../../mail/server-words.js';
import { refusalWords } from '../../record/refusal-words.js';
import { officeRefusals } from '../../web/office/refusal-words.js';
import { refusalWords as refusalsOfOrders } from '../../workflows/refusal-words.js';
import { serverWords } from '../../record/server/server-words.js';
import { startWords } from '../../worker/start-words.js';
import { wordsIn } from '../../client/words.js';
import { expectationWords } from '../../config/words/expectations.js';
import { holidayWords } from '../../config/words/holidays.js';
import { settingsWords } from '../../config/words/settings.js';
import { everySentence } from '../every-sentence.js';

/** Dates, and what passes another's sentence on, have tests of their own. */
const clientWords = (language: 'zh' | 'en') => {
  const words = wordsIn(language);
  return { ...words, names: undefined, registerNote: undefined, sheet: { ...words.sheet, unread: undefined } };
};

const catalogues = {
  client: { zh: clientWords('zh'), en: clientWords('en') },
  doctor: doctorWords,
  demo: demoWords,
  office: officeWords,
  start: startWords,
  'mail servers': mailServerWords,
  record: refusalWords,
  'record server': serverWords,
  settings: settingsWords,
  expectations: expectationWords,
  holidays: holidayWords,
  'orders refused': refusalsOfOrders,
  'requests refused': officeRefusals,
};
const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

describe('a catalogue', () => {
  it.each(Object.entries(catalogues))('of the %s has no Chinese in its English', (_, { en }) => {
    const sentences = everySentence(en);
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter(([, said]) => chinese.test(said))).toEqual([]);
  });

  it.each(Object.entries(catalogues))('of the %s has English beside each Chinese sentence', (_, { zh, en }) => {
    const english = new Map(everySentence(en));
    const chineseOnly = everySentence(zh).filter(([, said]) => chinese.test(said));
    expect(chineseOnly.length).toBeGreaterThan(10);
    expect(chineseOnly.filter(([at, said]) => english.get(at) === said)).toEqual([]);
  });

  it.each(Object.entries(catalogues))('of the %s counts one of a thing as one', (_, { en }) => {
    const nouns =
      'bulletins|cells|changes|contacts|days|departments|figures|files|heads|hours|letters|lines|mails|minutes|months|notes|numbers|orders|parties|pages|people|posts|problems|rounds|rows|seconds|steps|tables|targets|tasks|things|times|weeks|workdays';
    const plural = new RegExp(`\\b1 (?:[a-z-]+ )?(?:${nouns})\\b`);
    expect(everySentence(en, 1).filter(([, said]) => plural.test(said))).toEqual([]);
  });
});
