import { dirname } from 'node:path';
import { environmentSchema } from '../config/settings-schema.js';
import type { Settings } from '../config/settings.js';
import { claimPort } from '../worker/local/free-port.js';

/** Ports of the worker, the same ones again whenever it is restarted. */
export interface WorkerPorts {
  readonly web: number;
  readonly intake: number;
  readonly postOffice?: number;
}

/** The ports of the settings, any free ones for 0; a taken one is refused before anything is started. */
export async function claimPorts({ web, mail }: Settings): Promise<WorkerPorts> {
  return {
    web: await claimPort(web.port, 'web', 'WEB_PORT'),
    intake: await claimPort(mail.intakePort, 'intake', 'INTAKE_SMTP_PORT'),
    ...(mail.smtpUrl === undefined && {
      postOffice: await claimPort(mail.postOfficePort, 'postOffice', 'POST_OFFICE_SMTP_PORT'),
    }),
  };
}

/** The locale is every program's. */
const ours = Object.keys(environmentSchema.shape).filter((name) => name !== 'LANG');

/**
 * What a worker reads its settings from: ours, with every choice made, and no settings file of its own. A variable of
 * ours that is not named here does not reach it, wherever it was set: a demo is to know nothing of the office's relay.
 */
export function workerEnvironment(
  settings: Settings,
  ports: WorkerPorts,
  temporalAddress: string,
  inherited: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const {
    home,
    logLevel,
    temporal,
    web,
    mail,
    database,
    apiKey = '',
    signingSecret = '',
    holidaysFile = '',
  } = settings;
  return {
    ...Object.fromEntries(Object.entries(inherited).filter(([name]) => !ours.includes(name))),
    // glibc gives every thread an arena of its own and seldom gives memory back: 520 MB instead of 600 with the demo.
    MALLOC_ARENA_MAX: inherited['MALLOC_ARENA_MAX'] ?? '2',
    SHUANGYUE_ENV: 'off',
    SHUANGYUE_HOME: home,
    SHUANGYUE_LANG: settings.language,
    XDG_CACHE_HOME: dirname(settings.cacheFolder),
    LOG_LEVEL: logLevel,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: temporal.namespace,
    WEB_PORT: String(ports.web),
    WEB_PUBLIC_URL: web.publicUrl ?? '',
    INTAKE_SMTP_PORT: String(ports.intake),
    POST_OFFICE_SMTP_PORT: String(ports.postOffice ?? 0),
    POST_OFFICE_BOUNCING: mail.bouncing.join(','),
    MAIL_DOMAIN: mail.domain,
    MAIL_FROM: mail.from,
    ...mailEnvironment(mail),
    API_KEY: apiKey,
    SIGNING_SECRET: signingSecret,
    HOLIDAYS_FILE: holidaysFile,
    DATABASE_URL: database?.url ?? '',
    DATABASE_POOL: database === undefined ? '' : String(database.poolSize),
  };
}

function mailEnvironment({
  smtpUrl,
  pool,
  perMinute,
  caFile,
  authservId,
  dkim,
  imap,
  archive,
  archiveImap,
}: Settings['mail']) {
  return {
    SMTP_URL: smtpUrl ?? '',
    SMTP_POOL: String(pool),
    MAIL_RATE: perMinute === undefined ? '' : String(perMinute),
    MAIL_CA_FILE: caFile ?? '',
    MAIL_AUTHSERV_ID: authservId ?? '',
    DKIM_DOMAIN: dkim?.domain ?? '',
    DKIM_SELECTOR: dkim?.selector ?? '',
    DKIM_KEY_FILE: dkim?.keyFile ?? '',
    IMAP_URL: imap?.url ?? '',
    IMAP_INBOX: imap?.inbox ?? '',
    IMAP_PROCESSED: imap?.processed ?? '',
    IMAP_HELD: imap?.held ?? '',
    ARCHIVE: archive ?? '',
    ARCHIVE_IMAP_URL: archiveImap?.url ?? '',
    ARCHIVE_MAILBOX: archiveImap?.mailbox ?? '',
    ARCHIVE_WAIT: archiveImap === undefined ? '' : String(archiveImap.arrivesWithinMs / 1_000),
  };
}
