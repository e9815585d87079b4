import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities/activities.js';
import type { Deps } from '../activities/deps.js';
import { startMailbox } from '../activities/mailbox/start-mailbox.js';
import { receiveMail } from '../activities/intake/receive-mail.js';
import type { Sentence } from '../domain/sentence.js';
import { readHolidays } from '../config/holidays.js';
import { keepSecrets } from '../config/secrets.js';
import { publicUrlOf, type Settings, smtpUrlOf } from '../config/settings.js';
import { startIntakeListener } from '../mail/intake-listener.js';
import { isTrial } from '../mail/trial/trial-letter.js';
import { openPostOffice } from '../mail/post-office.js';
import { folderStore } from '../record/files.js';
import { createWebOffice } from '../web/office/web-office.js';
import { startWeb } from '../web/server.js';
import { claimPort } from './local/free-port.js';
import { Closing } from './closing.js';
import { keepDelivering, type Log } from './keep-delivering.js';
import { openOfficeRecord } from './open-office-record.js';
import { openOwnMail, openOwnPostbox } from './own-mail.js';
import { openPresence } from './presence.js';
import type { Ready } from './ready.js';
import { createWorkers } from './worker.js';
import { workflowBundle } from './workflow-bundle.js';

export interface Office {
  readonly ready: Ready;
  /** Resolves when the workers have stopped; rejects when one of them fails. */
  readonly stopped: Promise<void>;
  /** Takes no more work, ends what is under way, and closes everything in the order it must. */
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';
const now = (): Date => new Date();
const maxMailBytes = 40 * 1024 * 1024;

/** Opens every part of the office over one record: post office, intake, web, workers. `onWaiting` hears what for. */
export async function openOffice(
  settings: Settings,
  temporalAddress: string,
  log: Log,
  onWaiting: (sentence: Sentence) => void,
): Promise<Office> {
  const closing = new Closing();
  const onProblem = (err: unknown, where: string) => log.warn({ err, where }, 'A page or an order failed');
  try {
    const secrets = await keepSecrets(settings);
    const record = closing.later(await openOfficeRecord(settings, now, onWaiting));
    const connection = closing.later(await Connection.connect({ address: temporalAddress, connectTimeout: '20s' }));
    const client = new Client({ connection, namespace: settings.temporal.namespace });
    const webPort = await claimPort(settings.web.port, 'web', 'WEB_PORT');
    const intakePort = await claimPort(settings.mail.intakePort, 'intake', 'INTAKE_SMTP_PORT');
    const postOffice = settings.mail.smtpUrl
      ? undefined
      : closing.later(await openLocalPostOffice(settings, intakePort));
    const postbox = closing.later(openOwnPostbox(settings.mail, smtpUrlOf(settings.mail, postOffice?.port)));
    const isOurTrial = (raw: Buffer) => isTrial(raw, secrets.signingSecret);
    const ownMail = openOwnMail(settings.mail, { maxMailBytes, isTrial: isOurTrial, now });
    const stopping = new AbortController();
    const bootId = randomUUID();
    const presence = settings.database && closing.later(await openPresence(record.db, { bootId, now, log }));
    const deps: Deps = {
      db: record.db,
      files: folderStore(join(settings.home, 'files')),
      client,
      postbox,
      ...ownMail,
      ...(postOffice && { archive: { holds: async (id: string) => postOffice.findByMessageId(id) !== undefined } }),
      holidays: readHolidays(settings.holidaysFile),
      office: {
        domain: settings.mail.domain,
        from: settings.mail.from,
        publicUrl: publicUrlOf(settings.web, webPort),
        secret: secrets.signingSecret,
        ...(settings.mail.archive && { archive: settings.mail.archive }),
        ...(settings.mail.authservId && { authservId: settings.mail.authservId }),
      },
      closing: stopping.signal,
      bootId,
      ...(presence && { hasEnded: presence.hasEnded }),
      outFolder: join(settings.home, 'out'),
      now,
    };
    const intake = closing.later(
      await startIntakeListener({
        port: intakePort,
        host,
        maxBytes: maxMailBytes,
        now,
        onMail: async (mail) => {
          if (isOurTrial(mail.raw)) return;
          const { started } = await receiveMail(deps, mail);
          void started.then((err) => err && log.warn({ err }, 'An intake could not start yet'));
        },
      }),
    );
    const web = closing.later(
      await startWeb({
        port: webPort,
        host,
        publicUrl: deps.office.publicUrl,
        apiKey: secrets.apiKey,
        onProblem,
        now,
        deps: createWebOffice({ ...deps, secret: secrets.signingSecret, onProblem, ...(postOffice && { postOffice }) }),
      }),
    );
    const native = closing.later(await NativeConnection.connect({ address: temporalAddress }));
    const workers = await createWorkers({
      connection: native,
      namespace: settings.temporal.namespace,
      activities: createActivities(deps),
      workflowBundle: await workflowBundle(settings.cacheFolder),
    });
    const stopped = workers.run();
    closing.later({ close: () => (stopping.abort(), workers.shutdown(), stopped) });
    if (deps.mailbox) await startMailbox(deps, deps.mailbox.account);
    closing.later(await keepDelivering(deps, log));
    const ready = {
      web: deps.office.publicUrl,
      webPort: web.port,
      intakePort: intake.port,
      ...(postOffice && { postOfficePort: postOffice.port }),
    };
    return { ready, stopped, close: () => closing.close() };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function openLocalPostOffice({ home, mail }: Settings, intakePort: number) {
  return openPostOffice({
    folder: join(home, 'post-office'),
    host,
    port: await claimPort(mail.postOfficePort, 'postOffice', 'POST_OFFICE_SMTP_PORT'),
    ownDomain: mail.domain,
    intake: { host, port: intakePort },
    bouncing: new Set(mail.bouncing.map((address) => address.toLowerCase())),
    now,
  });
}
