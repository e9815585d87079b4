import type { Catalogue } from '../../domain/sentence.js';

const mailboxWords = '邮箱文件夹的名称，如 INBOX 或 存档/2026';
const imapWords =
  '含用户和口令的 imaps:// 或 imap:// 地址，如 imaps://用户:口令@imap.ln.example:993（特殊字符写成 %40 这样的转义）';
const portWords = '0 至 65535 的整数（0 表示任选空闲端口）';

/** What each variable is expected to hold, in the words of its problem sentence. */
const chinese = {
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
  MAIL_AUTHSERV_ID: '本单位收信服务器写在 Authentication-Results 开头的名称，如 mx.ln.example',
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
  ARCHIVE_WAIT: '1 至 240 的整数，存档的副本最迟几秒后送到',
  API_KEY: '至少 16 个字母、数字或符号，不含空格和汉字',
  SIGNING_SECRET: '至少 32 个字符',
  HOLIDAYS_FILE: '节假日文件的路径',
  DATABASE_URL:
    '以 postgres:// 开头、写明数据库名的地址，如 postgres://用户:口令@db.ln.example:5432/shuangyue（不设则使用内置记录库）',
  DATABASE_POOL: '1 至 999 的整数，一个工作进程至多用几个 PostgreSQL 连接',
};

const mailbox = 'the name of a mail folder, such as INBOX or Archive/2026';
const imap =
  'an address with user and password, imaps:// or imap://, such as imaps://user:password@imap.ln.example:993 (special characters as %40 and the like)';
const port = 'a whole number from 0 to 65535 (0: any free port)';

const english: typeof chinese = {
  SHUANGYUE_ENV: 'the path of a settings file, or off to read none',
  SHUANGYUE_HOME: 'the folder to keep the data in',
  XDG_CACHE_HOME: 'the folder to keep fetched programs in',
  SHUANGYUE_LANG: 'zh or en',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  TEMPORAL_ADDRESS: 'host:port, such as temporal.ln.example:7233 (not set: the embedded engine)',
  TEMPORAL_NAMESPACE: 'the name of a namespace: letters, digits, dots and dashes, two or more',
  TEMPORAL_CLI: 'the path of the program temporal',
  TEMPORAL_TEST_SERVER: 'the path of the program temporal-test-server',
  TEMPORAL_PORT: port,
  TEMPORAL_UI_PORT: port,
  WEB_PORT: port,
  WEB_PUBLIC_URL: 'a whole address that begins with http:// or https://',
  INTAKE_SMTP_PORT: port,
  POST_OFFICE_SMTP_PORT: port,
  POST_OFFICE_BOUNCING: 'addresses with commas between them that the local post office bounces, for demos',
  MAIL_DOMAIN: 'a mail domain, such as shuangyue.example',
  MAIL_FROM: 'an address to send from, such as zqb@ln.example or "Quality Office <zqb@ln.example>"',
  MAIL_AUTHSERV_ID: 'the name that your receiving server begins Authentication-Results with, such as mx.ln.example',
  MAIL_CA_FILE: "the path of your office's root certificate (PEM)",
  MAIL_RATE: 'how many letters a minute at most, a whole number from 1 to 100000 (not set: no limit)',
  SMTP_URL:
    'the address of a relay, smtp:// or smtps://, such as smtps://user:password@smtp.ln.example:465 (special characters as %40 and the like)',
  SMTP_POOL: 'a whole number from 1 to 8, of connections at a time',
  DKIM_DOMAIN: 'the domain to sign for, such as ln.example',
  DKIM_SELECTOR: 'the selector of the public key in the DNS, such as shuangyue2026',
  DKIM_KEY_FILE: 'the path of a DKIM private key (PEM)',
  IMAP_URL: imap,
  IMAP_INBOX: mailbox,
  IMAP_PROCESSED: mailbox,
  IMAP_HELD: mailbox,
  ARCHIVE: 'the address of an archive mailbox, such as archive@ln.example',
  ARCHIVE_IMAP_URL: imap,
  ARCHIVE_MAILBOX: mailbox,
  ARCHIVE_WAIT: 'a whole number from 1 to 240, of seconds within which a copy reaches the archive',
  API_KEY: '16 or more ASCII letters, digits or signs, no spaces',
  SIGNING_SECRET: '32 characters or more',
  HOLIDAYS_FILE: 'the path of a holiday file',
  DATABASE_URL:
    'an address postgres:// with the name of a database, such as postgres://user:password@db.ln.example:5432/shuangyue (not set: the embedded record)',
  DATABASE_POOL: 'a whole number from 1 to 999, of PostgreSQL connections of a worker at most',
};

export const expectationWords: Catalogue<Readonly<Record<string, string>>> = { zh: chinese, en: english };
