import { ApplicationFailure, CancelledFailure, Context } from '@temporalio/activity';
import type { FetchedMail, OversizedMail } from '../../mail/imap/clear-inbox.js';
import type { Mailbox, WatchDuties } from '../../mail/imap/mailbox.js';
import { inboxServer, sentenceOf, troubleOf } from '../../mail/server-trouble.js';
import { noteLook } from '../../record/mailbox-looks.js';
import { mailboxTrouble } from '../../workflows/api.js';
import type { Deps } from '../deps.js';
import { storeMails } from '../intake/receive-mail.js';
import { runAtMost, startIntake } from '../intake/start-intake.js';
import { tellOfMailbox } from './tell-of-mailbox.js';

export interface Watched {
  /** `elsewhere`: the office does not watch this mailbox any more. */
  readonly state: 'relieved' | 'elsewhere';
  readonly mails: number;
  readonly seenAt: string | null;
}

/** A watch is relieved after this long, so that its workflow can say what it saw and no connection grows old. */
const watchMs = 30 * 60_000;
/** A server that restarts is back within so many attempts; after that the coordinators are told. */
const patience = 5;

/** Watches the office's mailbox for one watch. Everything it does may be done twice: a dead worker's watch moves on. */
export async function watchMailbox(deps: Deps, { account }: { readonly account: string }): Promise<Watched> {
  const { mailbox } = deps;
  if (mailbox?.account !== account) return { state: 'elsewhere', mails: 0, seenAt: null };
  const sight: Sight = { mails: 0, seenAt: null };
  const { cancellationSignal } = Context.current();
  const signals = [cancellationSignal, AbortSignal.timeout(watchMs), ...(deps.closing ? [deps.closing] : [])];
  try {
    await mailbox.watch(dutiesOf(deps, mailbox, sight), AbortSignal.any(signals));
  } catch (error) {
    throw await failureOf(deps, mailbox, sight, error);
  }
  if (deps.closing?.aborted || isShutDown(cancellationSignal)) throw handedOn();
  cancellationSignal.throwIfAborted();
  return { state: 'relieved', ...sight };
}

interface Sight {
  mails: number;
  seenAt: string | null;
}

function dutiesOf(deps: Deps, { account, inbox, held }: Mailbox, sight: Sight): WatchDuties {
  const arrived = new Set<string>();
  /** Where the engine is away, `redeliver` starts what lies in the record. */
  const handOn = () => {
    const mails = [...arrived];
    arrived.clear();
    return startIntake(deps, mails).catch(() => undefined);
  };
  return {
    take: async (mails: readonly FetchedMail[]) => {
      const outcomes = await storeMails(
        deps,
        mails.map(({ uid, uidValidity, ...mail }) => ({
          ...mail,
          position: { account, mailbox: inbox, uidValidity, uid },
        })),
      );
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') continue;
        const { mail, fresh, unjudged } = outcome.value;
        if (fresh) sight.mails += 1;
        if (unjudged) arrived.add(mail);
        if (arrived.size === runAtMost) void handOn();
      }
      return outcomes;
    },
    taken: handOn,
    seen: async (instant) => {
      sight.seenAt = instant.toISOString();
      await noteLook(deps.db, { account, mailbox: inbox, at: sight.seenAt });
    },
    tooLarge: (mail) => tellOfOversized(deps, { account, held }, mail),
    stuck: (folder, mails) =>
      tellOfMailbox(deps, {
        about: `${account}/stuck`,
        daily: true,
        text: `收信邮箱 ${account} 有${mails}封来信已经收好，却移不到“${folder}”文件夹：多半是邮箱已满或没有权限。来信没有丢失；请清理邮箱。`,
      }),
  };
}

async function tellOfOversized(
  deps: Deps,
  { account, held }: Pick<Mailbox, 'account' | 'held'>,
  { uid, uidValidity, bytes, arrivedAt }: OversizedMail,
): Promise<void> {
  await tellOfMailbox(deps, {
    about: `${account}/oversized/${uidValidity}/${uid}`,
    text: `收信邮箱 ${account} 于 ${arrivedAt} 收到一封过大的来信（${Math.ceil(bytes / 1024 / 1024)} MB），系统没有读它，已移到“${held}”文件夹：请登录邮箱查看，是报送的用 shuangyue answer 代为录入。`,
  });
}

/** What the watch's workflow is told: to wait long for what a person must mend, or only to try again. */
async function failureOf(deps: Deps, { account }: Mailbox, { seenAt }: Sight, error: unknown): Promise<Error> {
  const trouble = troubleOf(error, inboxServer);
  const message = sentenceOf(error, inboxServer);
  const isPassing = trouble === undefined || trouble.kind === 'unreachable';
  if (isPassing && (seenAt !== null || Context.current().info.attempt < patience))
    return ApplicationFailure.create({ message, nextRetryDelay: seenAt === null ? '5s' : '1s' });
  await tellOfMailbox(deps, { about: `${account}/${trouble?.kind ?? 'trouble'}`, daily: true, text: message });
  return ApplicationFailure.nonRetryable(message, mailboxTrouble, trouble?.kind ?? 'trouble');
}

function isShutDown({ reason }: AbortSignal): boolean {
  return reason instanceof CancelledFailure && reason.message === 'WORKER_SHUTDOWN';
}

/** Not a cancellation: another worker, or this one when it is back, goes on. */
function handedOn(): ApplicationFailure {
  return ApplicationFailure.create({ message: '工作进程停止，由下一个接着看守', nextRetryDelay: '3s' });
}
