import type { SettingsReading } from '../../config/settings.js';
import { broken, good, hint } from './check.js';
import type { Examined } from './examine.js';

/** The settings, as they were read: everything else rests on them. */
export function examineSettings({ file, problems, warnings }: SettingsReading): Examined {
  return {
    name: 'settings',
    title: file === undefined ? '设置（没有 .env，用环境变量和默认值）' : `设置（${file}）`,
    findings: [
      ...(problems.length === 0 ? [good('都有效')] : problems.map((problem) => broken(problem))),
      ...warnings.map((warning) => hint(warning)),
    ],
  };
}
