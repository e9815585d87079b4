import { files } from './examine-files.js';
import type { GivenVariables } from './given-variables.js';
import { mailProblems } from './mail-settings.js';
import { sampleDomain, type Variables } from './settings-schema.js';

export interface Findings {
  /** One Chinese sentence each. */
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

const ports: Examine = (read, { placeOf }) => {
  const embedded = read.TEMPORAL_ADDRESS === undefined ? (['TEMPORAL_PORT', 'TEMPORAL_UI_PORT'] as const) : [];
  const names = [...embedded, 'WEB_PORT', 'INTAKE_SMTP_PORT', 'POST_OFFICE_SMTP_PORT'] as const;
  const owners = new Map<number, string>();
  return names.flatMap((name) => {
    const owner = owners.get(read[name]);
    owners.set(read[name], owner ?? name);
    if (read[name] === 0 || owner === undefined) return [];
    const problem = `${placeOf(name)} 与 ${owner} 用了同一端口 ${read[name]}：各端口应不相同；请改其中一个，或设为 0 任选空闲端口。`;
    return [{ problem }];
  });
};

const mail: Examine = (read, given) => mailProblems(read, given).map((problem) => ({ problem }));

const archive: Examine = (read, { placeOf }) => {
  const isLookedUp = read.ARCHIVE_IMAP_URL !== undefined || read.IMAP_URL !== undefined;
  if (read.ARCHIVE === undefined || isLookedUp) return [];
  const warning = `${placeOf('ARCHIVE')} 已设，而没有设 ARCHIVE_IMAP_URL 或 IMAP_URL：存档只送不查，断在半途的信无处核对。`;
  return [{ warning }];
};

/** Behind a relay on this machine may be the world or a trial: there it is only said. */
const lettersLeave: Examine = (read, { placeOf }) => {
  if (read.SMTP_URL === undefined) return [];
  const weight = isThisMachine(read.SMTP_URL) ? 'warning' : 'problem';
  const place = placeOf('SMTP_URL');
  const links = read.WEB_PUBLIC_URL;
  return [
    ...(links === undefined || isThisMachine(links)
      ? [
          {
            [weight]: `${place} 已设，信会发到外面，填报链接却是本机的网址：应设 WEB_PUBLIC_URL 为各单位打得开的网址。`,
          },
        ]
      : []),
    ...(read.MAIL_DOMAIN === sampleDomain
      ? [
          {
            [weight]: `${place} 已设，信会发到外面，回信地址的域名却是样例 ${read.MAIL_DOMAIN}：应设 MAIL_DOMAIN 为本单位收信的域名。`,
          },
        ]
      : []),
  ];
};

function isThisMachine(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname) || hostname.endsWith('.localhost');
}
