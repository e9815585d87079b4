import { files } from './examine-files.js';
import { settingsWords } from './words/settings.js';
import type { GivenVariables } from './given-variables.js';
import { mailProblems } from './mail-settings.js';
import { sampleDomain, type Variables } from './settings-schema.js';

export interface Findings {
  /** One sentence each. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

interface Finding {
  readonly problem?: string;
  readonly warning?: string;
}

export type Examine = (read: Variables, given: GivenVariables) => readonly Finding[];

/** What can be known without the network once every value holds by itself: values that do not fit together, files that are not there. */
export function examine(read: Variables, given: GivenVariables): Findings {
  const found = [ports, mail, lettersLeave, archive, files].flatMap((check) => check(read, given));
  return {
    problems: found.flatMap(({ problem }) => problem ?? []),
    warnings: found.flatMap(({ warning }) => warning ?? []),
  };
}

const ports: Examine = (read, { placeOf, language }) => {
  const embedded = read.TEMPORAL_ADDRESS === undefined ? (['TEMPORAL_PORT', 'TEMPORAL_UI_PORT'] as const) : [];
  const names = [...embedded, 'WEB_PORT', 'INTAKE_SMTP_PORT', 'POST_OFFICE_SMTP_PORT'] as const;
  const owners = new Map<number, string>();
  return names.flatMap((name) => {
    const owner = owners.get(read[name]);
    owners.set(read[name], owner ?? name);
    if (read[name] === 0 || owner === undefined) return [];
    return [{ problem: settingsWords[language].samePort(placeOf(name), owner, read[name]) }];
  });
};

const mail: Examine = (read, given) => mailProblems(read, given).map((problem) => ({ problem }));

const archive: Examine = (read, { placeOf, language }) => {
  const isLookedUp = read.ARCHIVE_IMAP_URL !== undefined || read.IMAP_URL !== undefined;
  if (read.ARCHIVE === undefined || isLookedUp) return [];
  return [{ warning: settingsWords[language].archiveUnread(placeOf('ARCHIVE')) }];
};

/** Behind a relay on this machine may be the world or a trial: there it is only said. */
const lettersLeave: Examine = (read, { placeOf, language }) => {
  const words = settingsWords[language];
  if (read.SMTP_URL === undefined) return [];
  const weight = isThisMachine(read.SMTP_URL) ? 'warning' : 'problem';
  const place = placeOf('SMTP_URL');
  const links = read.WEB_PUBLIC_URL;
  return [
    ...(links === undefined || isThisMachine(links) ? [{ [weight]: words.linksStay(place) }] : []),
    ...(read.MAIL_DOMAIN === sampleDomain ? [{ [weight]: words.sampleDomain(place, read.MAIL_DOMAIN) }] : []),
  ];
};

function isThisMachine(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname) || hostname.endsWith('.localhost');
}
