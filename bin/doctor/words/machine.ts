import { counted } from '../../../domain/sentence.js';

/** Findings about this machine: program, folder, record, clock, holidays, and the examination itself. */
const chinese = {
  titles: {
    settings: (file?: string) => (file === undefined ? '设置（没有 .env，用环境变量和默认值）' : `设置（${file}）`),
    program: '运行环境',
    folder: '数据文件夹',
    record: '记录库',
    'temporal-program': 'Temporal 程序',
    temporal: 'Temporal 引擎',
    web: '网页',
    smtp: '发信服务器（SMTP）',
    imap: '收信邮箱（IMAP）',
    archive: '存档邮箱',
    dns: '域名（DNS）',
    holidays: '节假日',
    trial: '测试信',
  },
  notExamined: (why: string) => `没有查成：${why}`,
  tooLong: (seconds: number) => `${seconds} 秒没有结果，不再等。`,
  tooLongTodo: '请查看网络和对方的服务器，再查一次。',
  settingsHold: '都有效',

  nodeTooOld: (version: string) => `Node.js ${version} 太旧`,
  nodeTodo: (oldest: string) => `请装 ${oldest} 或更高版本。`,
  zoneKnown: (zone: string) => `时区数据：${zone} 为东八区`,
  zoneUnknown: (zone: string) => `时区数据不全：${zone} 不是东八区`,
  zoneTodo: '请换用带完整 ICU 的 Node.js（官方版本即是）。',

  folderNew: (home: string) => `${home} 还没有，首次启动时建立`,
  space: (gigabytes: string) => `可用空间 ${gigabytes} GB`,
  spaceTodo: '请腾出空间：来信原件和记录只增不减，一年几个 GB。',
  writable: (ms: string) => `可以写入，落盘一次约 ${ms} 毫秒`,
  slowDisk: '磁盘较慢：报送集中时会慢，请换用本地固态盘，勿用网络盘。',
  notWritable: (why: string) => `写不进去：${why}`,
  notWritableTodo: '请核对这个文件夹的主人、权限和磁盘空间，或换 SHUANGYUE_HOME。',

  recordOwned: (host: string, pid: number) => `内置，正由 ${host} 上的进程 ${pid} 使用`,
  recordOrphan: '双月的主进程已不在：再次 up 会先结束它；在别的机器上的，请到那里停下。',
  recordFree: '内置，没有进程在用',
  recordNew: '内置，首次启动时建立',
  serverTaken: (where: string, version: string, encoding: string) =>
    `${where} 可以登录，版本 ${version}，编码 ${encoding}`,
  schemaNewest: '表结构是最新的',
  schemaOlder: (pending: readonly string[]) => `有 ${pending.length} 个迁移未执行（${pending.join('、')}）`,
  schemaTodo: '下次 up 会自动执行；请先备份。',

  clocks: { engine: '引擎', database: '数据库' },
  clocksAgree: (whose: string, seconds: number) => `时钟与${spaced(whose)}相差不到 ${seconds} 秒`,
  clockFast: (whose: string, seconds: number) => `本机时钟比${spaced(whose)}快 ${seconds} 秒`,
  clockSlow: (whose: string, seconds: number) => `本机时钟比${spaced(whose)}慢 ${seconds} 秒`,
  clockTodo: '“按期”以时钟为准：请打开两边的自动校时（如 timedatectl set-ntp true）。',

  holidaysKnown: (year: number) => `${year} 年的放假和调休安排已有`,
  holidaysUnknown: (year: number) => `${year} 年没有放假和调休安排，日历只是暂定的`,
  holidaysTodo: '请按国务院通知写节假日文件并设 HOLIDAYS_FILE，见运行手册“下一年的节假日”。',
  holidaysLater: (year: number) => `${year} 年的安排通常十一月前后公布`,
};

/** An address among characters stands apart. */
function spaced(whose: string): string {
  return /^[\x20-\x7e]+$/.test(whose) ? ` ${whose} ` : whose;
}

const english: typeof chinese = {
  titles: {
    settings: (file) => (file === undefined ? 'settings (no .env: environment and defaults)' : `settings (${file})`),
    program: 'this machine',
    folder: 'data folder',
    record: 'record',
    'temporal-program': 'Temporal program',
    temporal: 'Temporal engine',
    web: 'web pages',
    smtp: 'mail relay (SMTP)',
    imap: 'mailbox (IMAP)',
    archive: 'archive mailbox',
    dns: 'names (DNS)',
    holidays: 'holidays',
    trial: 'trial letter',
  },
  notExamined: (why) => `could not be checked: ${why}`,
  tooLong: (seconds) => `no result within ${seconds} s; given up`,
  tooLongTodo: 'Look at the network and the other server, then check again.',
  settingsHold: 'all hold',

  nodeTooOld: (version) => `Node.js ${version} is too old`,
  nodeTodo: (oldest) => `Install ${oldest} or newer.`,
  zoneKnown: (zone) => `time zones: ${zone} is UTC+8`,
  zoneUnknown: (zone) => `time zones are incomplete: ${zone} is not UTC+8`,
  zoneTodo: 'Use a Node.js with full ICU, as the official ones are.',

  folderNew: (home) => `${home} is not there yet; the first start makes it`,
  space: (gigabytes) => `${gigabytes} GB free`,
  spaceTodo: 'Make room: mail and record only grow, by some GB a year.',
  writable: (ms) => `can be written to; a durable write takes about ${ms} ms`,
  slowDisk: 'A slow disk: it will be felt when answers come all at once. Use a local SSD, no network drive.',
  notWritable: (why) => `cannot be written to: ${why}`,
  notWritableTodo: "Check the folder's owner, its rights and the disk space, or set another SHUANGYUE_HOME.",

  recordOwned: (host, pid) => `embedded, open in process ${pid} on ${host}`,
  recordOrphan: 'Its office is gone: the next up ends it first; on another machine, stop it there.',
  recordFree: 'embedded, not in use',
  recordNew: 'embedded, made at the first start',
  serverTaken: (where, version, encoding) => `${where} lets us in, version ${version}, encoding ${encoding}`,
  schemaNewest: 'tables are the newest',
  schemaOlder: (pending) => `${counted(pending.length, 'migration')} to run (${pending.join(', ')})`,
  schemaTodo: 'The next up runs them; make a backup first.',

  clocks: { engine: 'the engine', database: 'the database' },
  clocksAgree: (whose, seconds) => `clock within ${seconds} s of that of ${whose}`,
  clockFast: (whose, seconds) => `the clock of this machine is ${seconds} s ahead of that of ${whose}`,
  clockSlow: (whose, seconds) => `the clock of this machine is ${seconds} s behind that of ${whose}`,
  clockTodo: '“In time” is what the clock says: let both sides set theirs by the network (timedatectl set-ntp true).',

  holidaysKnown: (year) => `holidays and make-up days of ${year} are known`,
  holidaysUnknown: (year) => `holidays and make-up days of ${year} are not known; its calendar is provisional`,
  holidaysTodo:
    'Write a holiday file by the State Council’s notice and set HOLIDAYS_FILE; see docs/operations.md on the next year’s holidays.',
  holidaysLater: (year) => `holidays of ${year} are usually published around November`,
};

export const machineWords = { zh: chinese, en: english };
