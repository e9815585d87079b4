import { counted } from '../domain/sentence.js';

/** Why the record refuses, for whoever starts it or gives it an order. */
const chinese = {
  newer: (names: readonly string[]) =>
    `记录库由更新的版本写过（${names.join('、')}），本版本不认识：请换用新版本程序，或用升级之前的备份。`,
  migrationChanged: (name: string, known: string) =>
    `迁移文件 ${name} 在执行之后被改过（执行时为 ${known}）：请恢复原文件，改动另写新编号的文件。`,
  folderTaken: (folder: string) => `文件夹 ${folder} 里已有记录库，备份只能恢复到空文件夹。`,
  openElsewhere: (folder: string, host: string, pid: number, lock: string) =>
    `记录库文件夹 ${folder} 正由机器 ${host} 上的进程 ${pid} 使用，一个记录库只能由一个进程打开：请先停下它；确知它已停止的，删去 ${lock} 后再启动。`,
  openHere: (folder: string, pid: number) => `记录库文件夹 ${folder} 已由本进程（${pid}）打开，不能再开第二次。`,
  openByOther: (folder: string, pid: number) =>
    `记录库文件夹 ${folder} 正由进程 ${pid} 使用，一个记录库只能由一个进程打开：请先停下该进程，或换一个文件夹。`,
  movedFolder: (folder: string, at: string, to: string, mark: string) =>
    `文件夹 ${folder} 里的记录库已于 ${at} 搬到 ${to}，不再使用：请把 DATABASE_URL 设成与新位置一致（搬到文件夹的，不设）；确要改用这份旧的，删去 ${mark} 再启动。`,
  movedServer: (where: string, at: string, to: string) =>
    `PostgreSQL（${where}）上的记录库已于 ${at} 搬到 ${to}，不再使用：请把 DATABASE_URL 设成与新位置一致（搬到文件夹的，不设）；确要改用这份旧的，在该库执行 delete from moved; 再启动。`,
  targetTaken: '目标记录库里已有别的内容，没有搬动：请换一个空的数据库或文件夹，或确知其内容无用后由管理员清空。',
  copyUnlike: (tables: readonly string[]) =>
    `搬过去的内容与原来的不一致（表 ${tables.join('、')}），已全部撤销；原记录库未动，请带上这句话报告。`,
  noDraft: (round: string, version: number) =>
    `${round} 调度期简报第 ${version} 版不是待审的草稿：请用 bulletin list 查看现有版本。`,
  notApproved: (round: string, version: number) =>
    `${round} 调度期简报第 ${version} 版尚未审定，不能发布：请先 bulletin approve。`,
  changeDone: (change: number) =>
    `联络人变更 ${change} 不在待办之列，可能已经处理：请用 shuangyue contacts changes --all 查看。`,
  mailDone: (mail: string) => `来信 ${mail} 不在待核之列，可能已经处理：请用 mail show 查看其现状。`,
};

const english: typeof chinese = {
  newer: (names) =>
    `A newer version has written this record (${names.join(', ')}), which this one does not know: use the newer program, or a backup from before.`,
  migrationChanged: (name, known) =>
    `Migration ${name} was changed after it had run (as ${known}): restore the file and write the change as a new number.`,
  folderTaken: (folder) => `Folder ${folder} holds a record already; a backup can only be laid into an empty folder.`,
  openElsewhere: (folder, host, pid, lock) =>
    `The record in ${folder} is open in process ${pid} on ${host}, and one process only may open it: stop that one first; if it surely has stopped, delete ${lock} and start again.`,
  openHere: (folder, pid) => `The record in ${folder} is open in this process (${pid}) already.`,
  openByOther: (folder, pid) =>
    `The record in ${folder} is open in process ${pid}, and one process only may open it: stop that one first, or use another folder.`,
  movedFolder: (folder, at, to, mark) =>
    `The record in folder ${folder} was moved to ${to} at ${at} and is not used any more: set DATABASE_URL to where it is now (a folder: leave it out); to use the old one all the same, delete ${mark} and start again.`,
  movedServer: (where, at, to) =>
    `The record on PostgreSQL (${where}) was moved to ${to} at ${at} and is not used any more: set DATABASE_URL to where it is now (a folder: leave it out); to use the old one all the same, run delete from moved; in that database and start again.`,
  targetTaken:
    'The target holds another record, nothing was moved: name an empty database or folder, or have its admin empty it if nobody needs what is there.',
  copyUnlike: (tables) =>
    `What was copied differs from the original (${counted(tables.length, 'table')}: ${tables.join(', ')}); all of it was taken back, the old record is untouched. Please report this sentence.`,
  noDraft: (round, version) =>
    `Version ${version} of the bulletin of round ${round} is no draft that waits for approval: see bulletin list.`,
  notApproved: (round, version) =>
    `Version ${version} of the bulletin of round ${round} is not approved and cannot be published: bulletin approve comes first.`,
  changeDone: (change) => `Contact change ${change} does not wait any more: see shuangyue contacts changes --all.`,
  mailDone: (mail) => `Mail ${mail} is not held any more: see mail show.`,
};

export const refusalWords = { zh: chinese, en: english };
