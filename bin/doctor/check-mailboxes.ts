import type { MailSettings } from '../../config/mail-settings.js';
import { archiveServer, inboxServer, wrongWith, type MailServer } from '../../mail/server-trouble.js';
import { trustedCertificates } from '../../mail/trusted-certificates.js';
import { visitMailbox, type MailboxVisit } from '../../mail/visit/visit-mailbox.js';
import { certificateFinding } from './certificate-finding.js';
import { broken, good, hint, type Check, type Finding } from './check.js';

const silenceMs = 8_000;

/** The mailbox that answers come from: logged in at, with the folders that are used. */
export const inboxCheck: Check = {
  name: 'imap',
  title: '收信邮箱（IMAP）',
  seconds: 30,
  examine: async ({ settings: { mail }, now }) => {
    if (mail.imap === undefined) {
      const found = `没有设 IMAP_URL，来信由邮件系统转投到本机 ${mail.intakePort} 端口`;
      return [
        mail.smtpUrl === undefined
          ? good('没有设 IMAP_URL，回信从本地邮局来')
          : hint(found, '确认邮件系统已设好转投。'),
      ];
    }
    const { url, inbox, processed, held } = mail.imap;
    return look({ server: inboxServer, url, mail, now: now(), needed: [inbox], made: [processed, held] });
  },
};

/** The mailbox in which a letter that broke off is looked up. */
export const archiveCheck: Check = {
  name: 'archive',
  title: '存档邮箱',
  seconds: 30,
  examine: async ({ settings: { mail }, now }) => {
    if (mail.archive === undefined) {
      const todo = '断在半途的信无处核对：写给负责人的要等协调员查明。建议设 ARCHIVE 和 ARCHIVE_IMAP_URL。';
      return [mail.smtpUrl === undefined ? good('用本地邮局，不需要存档') : hint('没有设 ARCHIVE', todo)];
    }
    if (mail.archiveImap === undefined) return [hint(`存到 ${mail.archive}，只送不查`, '请设 ARCHIVE_IMAP_URL。')];
    const { url, mailbox } = mail.archiveImap;
    return look({ server: archiveServer, url, mail, now: now(), needed: [mailbox], made: [] });
  },
};

interface Look {
  readonly server: MailServer;
  readonly url: string;
  readonly mail: MailSettings;
  readonly now: Date;
  /** Folders that must be there, and those that are made when missing. */
  readonly needed: readonly string[];
  readonly made: readonly string[];
}

async function look({ server, url, mail, now, needed, made }: Look): Promise<readonly Finding[]> {
  try {
    const access = { url, silenceMs, ...trustedCertificates(mail.caFile) };
    const visit = await visitMailbox(access, [...needed, ...made]);
    return [...connection(visit, now), ...folders(visit, needed, made)];
  } catch (error) {
    return [broken(wrongWith(error, server))];
  }
}

function connection({ at, isEncrypted, certifiedUntil, announces }: MailboxVisit, now: Date): readonly Finding[] {
  const said = `${at} 登录成功，连接${isEncrypted ? '' : '没有'}加密`;
  return [
    isEncrypted ? good(said) : hint(said, '口令以明文经过网络：请改用 imaps://，或让服务器提供 STARTTLS。'),
    ...(certifiedUntil === undefined ? [] : [certificateFinding(certifiedUntil, now)]),
    ...(announces ? [] : [hint('服务器不即时通知新邮件（IDLE）', '不妨碍：每半分钟查看一次。')]),
  ];
}

function folders({ found }: MailboxVisit, needed: readonly string[], made: readonly string[]): readonly Finding[] {
  const missing = needed.filter((mailbox) => !found.includes(mailbox));
  const toMake = made.filter((mailbox) => !found.includes(mailbox));
  return [
    ...missing.map((mailbox) => broken(`没有文件夹“${mailbox}”`, '请在邮箱里建立，或改正设置中的名称。')),
    ...(missing.length === 0 ? [good(`文件夹齐全：${found.join('、')}`)] : []),
    ...(toMake.length === 0 ? [] : [good(`首次取信时建立：${toMake.join('、')}`)]),
  ];
}
