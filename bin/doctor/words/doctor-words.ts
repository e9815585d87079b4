import type { Language } from '../../../domain/sentence.js';
import { machineWords } from './machine.js';
import { mailWords } from './mail.js';
import { trialWords } from './trial.js';
import { serviceWords } from './services.js';

const chinese = {
  language: 'zh' as Language,
  ...machineWords.zh,
  services: serviceWords.zh,
  mail: mailWords.zh,
  trial: trialWords.zh,
};
const english: typeof chinese = {
  language: 'en',
  ...machineWords.en,
  services: serviceWords.en,
  mail: mailWords.en,
  trial: trialWords.en,
};

/** What `doctor` finds, in words. */
export type DoctorWords = typeof chinese;
export const doctorWords = { zh: chinese, en: english };
