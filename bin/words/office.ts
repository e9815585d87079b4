import { counted } from '../../domain/sentence.js';

/** What is said of the parts of an office while they start, run and fall. */
const chinese = {
  endedBy: (code: number | null, signal: string | null) => (signal === null ? `代码 ${code}` : `信号 ${signal}`),
  workerNotUp: (how: string, log: string) => `工作进程没有启动就结束了（${how}）：原因见 ${log} 末尾；请排除后再启动。`,
  engineFell: (how: string, seconds: number) => `Temporal 意外停止（${how}），${seconds} 秒后重新启动。`,
  noEngine: (address: string) =>
    `连不上 TEMPORAL_ADDRESS 所指的 Temporal（${address}）：请确认它在运行、地址无误，或删去这项设置使用内置引擎。`,
  engineLacks: (address: string, namespace: string, attributes: readonly (readonly [string, string])[], why: string) =>
    `Temporal（${address}）的命名空间 ${namespace} 不可用或缺少检索属性：请由管理员建好该命名空间` +
    `（保留期 400 天）和检索属性 ${attributes.map(([name, type]) => `${name}（${type}）`).join('、')} 后再启动。原因：${why}`,
  mailRefused: (sentences: readonly string[]) =>
    `没有启动：\n${sentences.join('\n')}\n请改正设置后再启动；shuangyue doctor 可逐项检查。`,
  record: '记录库：搬到 PostgreSQL，或搬回文件夹',
  recordMove: '先停下 up；把记录库整个搬到新位置，逐表核对，原来的加上标记不再启动；中断了再执行一次即可',
  recordPlace: '位置',
  recordTo: 'postgres://用户:口令@主机/库，或数据文件夹的路径',
  movedTable: (table: string, rows: number) => `${table}：${rows} 行`,
  recordMoved: (from: string, to: string, tables: number, rows: number, before: boolean) =>
    `${before ? '上一次已经搬完' : '已搬完'}：${from} → ${to}，${tables} 张表、${rows} 行，逐表核对一致。`,
  recordLeft: '原来的记录库没有删，已加标记，不会再被启动。原件（files/）、密钥、引擎仍在数据文件夹，不要动。',
  recordNext: (isServer: boolean) =>
    `接下来：${isServer ? '设 DATABASE_URL 为所给的地址' : '去掉 DATABASE_URL，并以 SHUANGYUE_HOME 指向新文件夹'}，再 shuangyue up。`,
};

const english: typeof chinese = {
  endedBy: (code, signal) => (signal === null ? `code ${code}` : `signal ${signal}`),
  workerNotUp: (how, log) =>
    `The worker ended before it was up (${how}): the end of ${log} tells why; mend that and start again.`,
  engineFell: (how, seconds) => `Temporal ended unexpectedly (${how}); it is started again in ${seconds} s.`,
  noEngine: (address) =>
    `The Temporal of TEMPORAL_ADDRESS (${address}) cannot be reached: see that it runs and that the address is right, or leave the setting out to use the embedded engine.`,
  engineLacks: (address, namespace, attributes, why) =>
    `Namespace ${namespace} of Temporal (${address}) cannot be used or lacks search attributes: have its admin make the namespace ` +
    `(retention 400 days) and the search attributes ${attributes.map(([name, type]) => `${name} (${type})`).join(', ')}, then start again. Reason: ${why}`,
  mailRefused: (sentences) =>
    `Not started:\n${sentences.join('\n')}\nMend the settings and start again; shuangyue doctor checks them one by one.`,
  record: 'the record: move it to PostgreSQL, or back into a folder',
  recordMove:
    'stop up first; moves the whole record and compares each table; the old one is marked and starts no more; if broken off, run it again',
  recordPlace: 'place',
  recordTo: 'postgres://user:password@host/database, or the path of a data folder',
  movedTable: (table, rows) => `${table}: ${counted(rows, 'row')}`,
  recordMoved: (from, to, tables, rows, before) =>
    `${before ? 'Moved already, the last time' : 'Moved'}: ${from} → ${to}, ${counted(tables, 'table')}, ${counted(rows, 'row')}, each table compared.`,
  recordLeft:
    'The old record was not deleted; it is marked and will not be started. Originals (files/), keys and the engine stay in the data folder: leave them there.',
  recordNext: (isServer) =>
    `Next: ${isServer ? 'set DATABASE_URL to that address' : 'leave DATABASE_URL out and point SHUANGYUE_HOME at the new folder'}, then shuangyue up.`,
};

export type OfficeWords = typeof chinese;
export const officeWords = { zh: chinese, en: english };
