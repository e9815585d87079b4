import { z } from 'zod';

const port = (standard: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .default(standard);
const text = z.string().trim().min(1);
const address = z.string().regex(/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/);
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

const mailboxWords = '邮箱文件夹的名称，如 INBOX 或 存档/2026';
const imapWords =
  '含用户和口令的 imaps:// 或 imap:// 地址，如 imaps://用户:口令@imap.ln.example:993（特殊字符写成 %40 这样的转义）';
const portWords = '0 至 65535 的整数（0 表示任选空闲端口）';

/** What each variable is expected to hold, in the words of its problem sentence. */
export const expectations: Readonly<Record<string, string>> = {
  SHUANGYUE_ENV: '设置文件的路径，或 off（不读设置文件）',
  SHUANGYUE_HOME: '存放数据的文件夹',
  XDG_CACHE_HOME: '存放下载程序的文件夹',
  SHUANGYUE_LANG: 'zh 或 en',
  LOG_LEVEL: 'fatal、error、warn、info、debug、trace、silent 之一',
  TEMPORAL_ADDRESS: '“主机:端口”，如 temporal.ln.example:7233（不设则使用内置引擎）',
  TEMPORAL_NAMESPACE: '字母、数字、点、横线组成的命名空间名称，至少两个字符',
  TEMPORAL_CLI: 'temporal 程序的路径',
  TEMPORAL_TEST_SERVER: 'temporal-test-server 程序的路径',
  TEMPORAL_PORT: portWords,
  TEMPORAL_UI_PORT: portWords,
  WEB_PORT: portWords,
  WEB_PUBLIC_URL: '以 http:// 或 https:// 开头的完整网址',
  INTAKE_SMTP_PORT: portWords,
  POST_OFFICE_SMTP_PORT: portWords,
  POST_OFFICE_BOUNCING: '逗号分隔的地址（本地邮局对其退信，演示用）',
  MAIL_DOMAIN: '邮件域名，如 shuangyue.example',
  MAIL_FROM: '发件地址，如 zqb@ln.example 或“省质强办 <zqb@ln.example>”',
  MAIL_CA_FILE: '本单位根证书（PEM）文件的路径',
  MAIL_RATE: '每分钟最多发多少封，1 至 100000 的整数（不设则不限）',
  SMTP_URL:
    '以 smtp:// 或 smtps:// 开头的发信服务器地址，如 smtps://用户:口令@smtp.ln.example:465（特殊字符写成 %40 这样的转义）',
  SMTP_POOL: '1 至 8 的整数（同时保持的发信连接数）',
  DKIM_DOMAIN: '签名的域名，如 ln.example',
  DKIM_SELECTOR: 'DNS 中公钥的选择符，如 shuangyue2026',
  DKIM_KEY_FILE: 'DKIM 私钥（PEM）文件的路径',
  IMAP_URL: imapWords,
  IMAP_INBOX: mailboxWords,
  IMAP_PROCESSED: mailboxWords,
  IMAP_HELD: mailboxWords,
  ARCHIVE: '存档邮箱的地址，如 archive@ln.example',
  ARCHIVE_IMAP_URL: imapWords,
  ARCHIVE_MAILBOX: mailboxWords,
  API_KEY: '至少 16 个字母、数字或符号，不含空格和汉字',
  SIGNING_SECRET: '至少 32 个字符',
  HOLIDAYS_FILE: '节假日文件的路径',
  DATABASE_URL:
    '以 postgres:// 开头、写明数据库名的地址，如 postgres://用户:口令@db.ln.example:5432/shuangyue（不设则使用内置记录库）',
  DATABASE_POOL: '1 至 999 的整数，一个工作进程至多用几个 PostgreSQL 连接',
};

/** Variables whose value is never repeated in a message. */
export const secretVariables: ReadonlySet<string> = new Set([
  'API_KEY',
  'SIGNING_SECRET',
  'SMTP_URL',
  'IMAP_URL',
  'ARCHIVE_IMAP_URL',
  'DATABASE_URL',
]);
