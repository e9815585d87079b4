import type { SettingsReading } from '../../config/settings.js';
import { broken, good, hint } from './check.js';
import type { DoctorWords } from './words/doctor-words.js';
import type { Examined } from './examine.js';

/** The settings, as they were read: everything else rests on them. */
export function examineSettings({ file, problems, warnings }: SettingsReading, words: DoctorWords): Examined {
  return {
    name: 'settings',
    title: words.titles.settings(file),
    findings: [
      ...(problems.length === 0 ? [good(words.settingsHold)] : problems.map((problem) => broken(problem))),
      ...warnings.map((warning) => hint(warning)),
    ],
  };
}
