import { authenticate } from '../judge/authentication.js';
import { judgeMail, type MailKind, type Verdict } from '../judge/judge-mail.js';
import { readMail, type ReadMail } from '../read/read-mail.js';
import type { Admission, Admit } from './admit-file.js';
import { envelopeInFile } from './envelope-in-file.js';

/** What `shuangyue mail inspect --json` prints of a mail, a line each. */
export interface MailInspection {
  readonly file: string;
  readonly kind: MailKind;
  readonly from: string | null;
  readonly subject: string;
  /** What its writer wrote now. */
  readonly text: string;
  /** The whole body with its quotes. */
  readonly full: string;
  readonly charsetDoubtful: boolean;
  readonly attachments: readonly (Admission & { readonly name: string; readonly bytes: number })[];
  readonly bounce: InspectedBounce | null;
  /** What of ours it refers to: token, Message-ID or subject tag, the surest that is there. */
  readonly reference: string | null;
  readonly reasons: readonly string[];
}

export interface InspectedBounce {
  readonly recipients: readonly string[];
  readonly status: string;
  readonly permanent: boolean;
}

export interface Inspector {
  readonly admit: Admit;
  /** What our own server calls itself, where the settings say it. */
  readonly authservId?: string | undefined;
}

/** The same reading and the same judge as the running intake's, of a mail that lies in a file. */
export async function inspectMail(
  file: string,
  raw: Buffer,
  { admit, authservId }: Inspector,
): Promise<MailInspection> {
  const mail = await readMail(raw);
  const verdict = judgeMail(mail, envelopeInFile(mail));
  return {
    file,
    kind: verdict.kind,
    from: mail.from ?? null,
    subject: mail.subject,
    text: mail.text,
    full: mail.full,
    charsetDoubtful: mail.charsetDoubtful,
    attachments: mail.attachments.map((one) => ({ name: one.name, bytes: one.bytes, ...admit(one) })),
    bounce: bounceOf(verdict),
    reference: referenceOf(verdict),
    reasons: [...new Set([...verdict.reasons, mail.unreadable, findingOn(mail, authservId)])].filter(
      (reason) => reason !== undefined,
    ),
  };
}

function findingOn(mail: ReadMail, authservId: string | undefined): string | undefined {
  if (mail.senders.length > 1) return `发件人栏写有${mail.senders.length}个地址，无法确定是谁`;
  return authenticate(mail, authservId)?.finding;
}

function bounceOf({ bounce }: Verdict): InspectedBounce | null {
  if (bounce === undefined) return null;
  const { recipients, status, permanent } = bounce;
  return { recipients, status, permanent };
}

function referenceOf({ references, bounce }: Verdict): string | null {
  const { replyTokens, bounceTokens, messageIds, subjectTags } = references;
  return replyTokens[0] ?? bounceTokens[0] ?? bounce?.originalMessageId ?? messageIds[0] ?? subjectTags[0] ?? null;
}
