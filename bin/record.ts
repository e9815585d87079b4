import type { Command } from 'commander';
import type { ClientDeps } from '../client/client-deps.js';
import { moveRecord } from '../worker/move-record.js';

/** `record move`: the whole record to PostgreSQL, or back into a folder. */
export function addRecord(program: Command, deps: ClientDeps): void {
  const record = program.command('record').description('记录库：搬到 PostgreSQL，或搬回文件夹');
  record
    .command('move')
    .description('先停下 up；把记录库整个搬到新位置，逐表核对，原来的加上标记不再启动；中断了再执行一次即可')
    .requiredOption('--to <位置>', 'postgres://用户:口令@主机/库，或数据文件夹的路径')
    .option('--json', deps.words.help.json)
    .action((options: { readonly to: string; readonly json?: boolean }) => move(deps, options));
}

async function move(
  { settings, terminal, now }: ClientDeps,
  { to, json = false }: { readonly to: string; readonly json?: boolean },
): Promise<void> {
  const tell = json ? () => undefined : terminal.print;
  const { from, to: destination, tables, rows, before } = await moveRecord({ settings: settings(), to, now, tell });
  if (json) return terminal.print(JSON.stringify({ from, to: destination, tables, rows, before }));
  const next = to.startsWith('postgres')
    ? '设 DATABASE_URL 为所给的地址'
    : '去掉 DATABASE_URL，并以 SHUANGYUE_HOME 指向新文件夹';
  terminal.print(
    [
      `${before ? '上一次已经搬完' : '已搬完'}：${from} → ${destination}，${tables} 张表、${rows} 行，逐表核对一致。`,
      '原来的记录库没有删，已加标记，不会再被启动。原件（files/）、密钥、引擎仍在数据文件夹，不要动。',
      `接下来：${next}，再 shuangyue up。`,
    ].join('\n'),
  );
}
