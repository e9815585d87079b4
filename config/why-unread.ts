import { errorCode } from './error-code.js';
import type { SettingsWords } from './words/settings.js';

/** Why a file could not be read, as people say it; the system's own code where nobody has a word for it. */
export function whyUnread(error: unknown, { systemCodes }: SettingsWords): string {
  const code = errorCode(error);
  return code === undefined ? String(error) : (systemCodes[code] ?? code);
}
