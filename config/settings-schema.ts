import { z } from 'zod';

const port = (standard: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .default(standard);
const text = z.string().trim().min(1);
const bare = String.raw`[\w.!#$%&'*+/=?^{|}~-]+@[\p{L}\p{N}.-]+`;
/** An address alone, or in brackets after a name. */
const address = z.string().regex(new RegExp(`^(${bare}|[^<>@\\r\\n]*<${bare}>)$`, 'u'));
const url = (protocol: RegExp) => z.url({ protocol });
const serverUrl = (protocol: RegExp) => url(protocol).refine((value) => canDecode(value));
const imapUrl = serverUrl(/^imaps?$/).refine((value) => URL.canParse(value) && new URL(value).password !== '');
const count = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .pipe(z.int().max(most));
const mailbox = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}*%]+$/u);
/** With a database: where none is named, PostgreSQL takes the user's name for it. `@/` leaves out the host of a socket. */
const database = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^/\s]*\/[^/?#\s]\S*$/)
  .refine((given) => URL.canParse(given.replace('@/', '@socket/')));

/** Stands for the office's own until one is set; no mail in the world reaches it. */
export const sampleDomain = 'shuangyue.example';

/** The variables that are read, with their defaults. Nothing that is not named here has an effect. */
export const environmentSchema = z.object({
  SHUANGYUE_ENV: text.exactOptional(),
  SHUANGYUE_HOME: text.default('.shuangyue'),
  XDG_CACHE_HOME: text.exactOptional(),
  SHUANGYUE_LANG: z.enum(['zh', 'en']).exactOptional(),
  LANG: z.string().exactOptional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^([\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/)
    .exactOptional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]+$/)
    .default('shuangyue'),
  TEMPORAL_CLI: text.exactOptional(),
  TEMPORAL_TEST_SERVER: text.exactOptional(),
  TEMPORAL_PORT: port(7233),
  TEMPORAL_UI_PORT: port(8233),
  WEB_PORT: port(8080),
  WEB_PUBLIC_URL: url(/^https?$/).exactOptional(),
  INTAKE_SMTP_PORT: port(2525),
  POST_OFFICE_SMTP_PORT: port(2526),
  POST_OFFICE_BOUNCING: text.exactOptional(),
  MAIL_DOMAIN: z.hostname().default(sampleDomain),
  MAIL_FROM: address.exactOptional(),
  MAIL_AUTHSERV_ID: z
    .string()
    .regex(/^[\w.-]+$/)
    .exactOptional(),
  MAIL_CA_FILE: text.exactOptional(),
  MAIL_RATE: count(100_000).exactOptional(),
  SMTP_URL: serverUrl(/^smtps?$/).exactOptional(),
  SMTP_POOL: count(8).default(6),
  DKIM_DOMAIN: z.hostname().exactOptional(),
  DKIM_SELECTOR: z.hostname().exactOptional(),
  DKIM_KEY_FILE: text.exactOptional(),
  IMAP_URL: imapUrl.exactOptional(),
  IMAP_INBOX: mailbox.default('INBOX'),
  IMAP_PROCESSED: mailbox.default('Processed'),
  IMAP_HELD: mailbox.default('Held'),
  ARCHIVE: z.email().exactOptional(),
  ARCHIVE_IMAP_URL: imapUrl.exactOptional(),
  ARCHIVE_MAILBOX: mailbox.exactOptional(),
  ARCHIVE_WAIT: count(240).default(90),
  API_KEY: z
    .string()
    .regex(/^[!-~]{16,}$/)
    .exactOptional(),
  SIGNING_SECRET: z.string().min(32).exactOptional(),
  HOLIDAYS_FILE: text.exactOptional(),
  DATABASE_URL: database.exactOptional(),
  DATABASE_POOL: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .default(10),
});

export type Variables = z.output<typeof environmentSchema>;

/** A user and a password stand in a URL with % escapes; one that is none is a mistake, not a password. */
function canDecode(value: string): boolean {
  try {
    const { username, password } = new URL(value);
    return decodeURIComponent(`${username}:${password}`).length > 0;
  } catch {
    return false;
  }
}

/** Variables whose value is never repeated in a message. */
export const secretVariables: ReadonlySet<string> = new Set([
  'API_KEY',
  'SIGNING_SECRET',
  'SMTP_URL',
  'IMAP_URL',
  'ARCHIVE_IMAP_URL',
  'DATABASE_URL',
]);
