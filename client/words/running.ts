import { counted } from '../../domain/sentence.js';

/** What the commands say that run, show and examine the office. */
const chinese = {
  up: '按设置启动整套服务（引擎、工作进程、网页、本地邮局），Ctrl-C 停止',
  note: (warning: string) => `请注意：${warning}`,
  upStarted: '双月已启动。',
  startingEngine: '正在启动 Temporal……',
  startingWorker: '正在启动工作进程……',
  workerFell: (how: string, seconds: number) => `工作进程意外停止（${how}），${seconds} 秒后重新启动。`,
  stopping: '正在停止：先停工作进程，再停引擎……（再按一次 Ctrl-C 强行结束）',
  badNumber: (option: string, given: string, least: number) =>
    `${option} 的值“${given}”不对：应为不小于 ${least} 的整数。`,
  upHint: '按 Ctrl-C 停止。',
  upStopped: '双月已停止。',
  board: (url: string, key: string) => `看板　　　　${url}（登录密钥：${key}）`,
  postOffice: (url: string) => `本地邮局　　${url}`,
  ui: (url: string) => `Temporal UI　${url}`,
  intake: (address: string) => `收件 SMTP　${address}`,
  postOfficeSmtp: (address: string) => `邮局 SMTP　${address}`,
  home: (folder: string) => `数据文件夹　${folder}`,
  keyIn: (file: string) => `${file} 的 apiKey`,
  keyOfSettings: '设置中的 API_KEY',
  demo: '启动示例：106 项任务、35 个单位，六期各约两分钟（npm start 即此）；再次启动接着上次继续',
  demoFresh: '清空示例数据，从头开始（不影响 up 的数据）',
  demoNoRobots: '不要模拟单位和模拟协调员，由您在本地邮局和看板上扮演',
  demoRounds: '印发 n 期简报后自动结束',
  demoSeed: '模拟单位行为的种子（默认 1），同一种子同样的表现',
  demoStarted: '双月示例已启动。',
  demoBegins: (id: string, title: string, year: number, tasks: number) =>
    `行动 ${id} 开始：${title}，${year} 年（有节假日数据的年份），${tasks} 项任务，六期各约两分钟。`,
  demoGoesOn: (id: string) => `行动 ${id} 接着上次继续。`,
  demoEnded: (id: string) => `行动 ${id} 已结束；网页和邮局仍可查看，加 --fresh 重新开始。`,
  demoDiffers: '示例台账自上次启动后有改动，不能接着继续：请恢复原文件，或加 --fresh 重新开始。',
  demoStopped: '示例已停止；再次 npm start 接着继续，npm start -- --fresh 从头开始。',
  noRobots: '没有模拟单位：请在本地邮局打开任一信箱回复，用 shuangyue status、sign、bulletin approve 扮演协调员。',
  doctor: '逐项检查设置、数据文件夹、引擎、记录库、网页、邮件、域名、节假日：哪里不对，怎样办',
  broken: (count: number, all: boolean) => `有 ${count} 处要处理（✗）${all ? '' : '；设置改好之后再查其余各项'}。`,
  sound: '一切正常。',
  hints: (count: number) => `没有要紧的问题；${count} 处请留意（!）。`,
  rehearse: '演练一整年：用真实流程预演台账，全部函件、简报和日历写入文件夹，不发一封真邮件',
  rehearseYear: '演练的年份',
  rehearseOut: '输出文件夹（新建，或空的）',
  rehearseSeed: '模拟单位行为的种子，同一种子结果逐字节相同',
  rehearseManyTasks: '单位牵头任务多于 n 项时提醒',
  rehearseAllSilent: '假定各单位始终不报：最多会发出多少函',
  rehearseAllAnswer: '假定各单位收到通知即报送：最少会发出多少函',
  rehearseForce: '覆盖输出文件夹里以前的演练',
  outHasOthers: (folder: string, files: readonly string[]) =>
    `输出文件夹 ${folder} 里已有别的文件（${files.join('、')}），不是演练的输出：请换一个空文件夹。`,
  outHasRehearsal: (folder: string) => `输出文件夹 ${folder} 里是以前的演练：加 --force 覆盖它，或换一个空文件夹。`,
  outIsNoFolder: (given: string) => `--out 指的 ${given} 不是文件夹：请换一个文件夹。`,
  rehearsalStopped: '演练已停止，没有写下任何文件。',
  oneBehaviour: '--all-silent 与 --all-answer 只能用一个：请去掉其中之一。',
  noBrisk: (file: string) =>
    `台账 ${file} 的节奏是 brisk（以秒计），没有一年可演练：请改用按日历的节奏，或用 demo 观看。`,
  rehearsedRound: (round: string, letters: number) => `${round}期演练完毕，累计发函${letters}封。`,
  lettersSoFar: (day: string, letters: number) => `${day}　${letters}封`,
  rehearsed: (year: number, rounds: number, letters: number, toHeads: number) =>
    `${year}年演练完毕：${rounds}期，${letters}封函，其中${toHeads}封送分管负责人；没有一封真正发出。`,
  mostLetters: (parties: readonly { readonly name: string; readonly letters: number }[]) =>
    `收函最多：${parties.map(({ name, letters }) => `${name}${letters}封`).join('、')}。`,
  nothingToNote: '没有需要注意的事项。',
  lookAt: (page: string) => `用浏览器打开 ${page} 逐封查看；calendar.ics 可导入日历。`,
};

const english: typeof chinese = {
  up: 'start the whole office by the settings (engine, worker, web pages, local post office); Ctrl-C stops it',
  note: (warning) => `Note: ${warning}`,
  upStarted: 'Shuangyue is running.',
  startingEngine: 'Starting Temporal …',
  startingWorker: 'Starting the worker …',
  workerFell: (how, seconds) => `The worker ended unexpectedly (${how}); it is started again in ${seconds} s.`,
  stopping: 'Stopping: the worker first, then the engine … (Ctrl-C once more ends it by force)',
  badNumber: (option, given, least) => `${option} "${given}": expected a whole number of at least ${least}.`,
  upHint: 'Ctrl-C stops it.',
  upStopped: 'Shuangyue has stopped.',
  board: (url, key) => `board        ${url} (key to log in: ${key})`,
  postOffice: (url) => `post office  ${url}`,
  ui: (url) => `Temporal UI  ${url}`,
  intake: (address) => `intake SMTP  ${address}`,
  postOfficeSmtp: (address) => `post SMTP    ${address}`,
  home: (folder) => `data folder  ${folder}`,
  keyIn: (file) => `apiKey in ${file}`,
  keyOfSettings: 'API_KEY of the settings',
  demo: 'start the sample: 106 tasks, 35 parties, six rounds of about two minutes (as npm start does); again, it goes on',
  demoFresh: 'begin anew with empty data (those of up are left alone)',
  demoNoRobots: 'no simulated parties and coordinator: you play them, in the local post office and on the board',
  demoRounds: 'end when n bulletins are published',
  demoSeed: 'seed of what simulated parties do (1 when not said); the same seed does the same',
  demoStarted: 'The sample office is running.',
  demoBegins: (id, title, year, tasks) =>
    `Campaign ${id} begins: ${title}, ${year} (a year whose holidays are known), ${counted(tasks, 'task')}, six rounds of about two minutes.`,
  demoGoesOn: (id) => `Campaign ${id} goes on.`,
  demoEnded: (id) => `Campaign ${id} has ended; its pages and mailboxes can still be read, --fresh begins anew.`,
  demoDiffers:
    'The sample register was changed since the last start, which cannot go on: restore the file, or begin anew by --fresh.',
  demoStopped: 'The sample has stopped; npm start goes on with it, npm start -- --fresh begins anew.',
  noRobots:
    'No simulated parties: answer from any mailbox of the local post office, and be the coordinator by shuangyue status, sign, bulletin approve.',
  doctor:
    'check settings, data folder, engine, record, web pages, mail, names and holidays: what is wrong and what to do',
  broken: (count, all) =>
    `${counted(count, 'thing')} to mend (✗)${all ? '' : '; the rest is checked once the settings hold'}.`,
  sound: 'All is well.',
  hints: (count) => `Nothing is broken; ${counted(count, 'thing')} to note (!).`,
  rehearse: 'rehearse a whole year of a register: all letters, bulletins and a calendar into a folder; no mail leaves',
  rehearseYear: 'year to rehearse',
  rehearseOut: 'folder to write to (new or empty)',
  rehearseSeed: 'seed of what simulated parties do; the same seed gives the same bytes',
  rehearseManyTasks: 'note parties that lead more than n tasks',
  rehearseAllSilent: 'as if nobody ever answered: the most letters there can be',
  rehearseAllAnswer: 'as if everybody answered at once: the fewest letters there can be',
  rehearseForce: 'overwrite an earlier rehearsal in the folder',
  outHasOthers: (folder, files) =>
    `Folder ${folder} holds other files (${files.join(', ')}) that no rehearsal wrote: choose an empty one.`,
  outHasRehearsal: (folder) =>
    `Folder ${folder} holds an earlier rehearsal: --force overwrites it, or choose an empty one.`,
  outIsNoFolder: (given) => `--out ${given} is no folder: choose another one.`,
  rehearsalStopped: 'The rehearsal was stopped; nothing was written.',
  oneBehaviour: 'Only one of --all-silent and --all-answer goes: leave one out.',
  noBrisk: (file) =>
    `Register ${file} has a brisk cadence, counted in seconds: there is no year to rehearse. Use a calendar cadence, or watch the demo.`,
  rehearsedRound: (round, letters) => `Round ${round} is rehearsed, ${counted(letters, 'letter')} so far.`,
  lettersSoFar: (day, letters) => `${day}  ${counted(letters, 'letter')}`,
  rehearsed: (year, rounds, letters, toHeads) =>
    `The year ${year} is rehearsed: ${counted(rounds, 'round')}, ${counted(letters, 'letter')}, ${toHeads} of them to heads; none has really left.`,
  mostLetters: (parties) =>
    `Most letters to: ${parties.map(({ name, letters }) => `${name} (${letters})`).join(', ')}.`,
  nothingToNote: 'Nothing to note.',
  lookAt: (page) => `Open ${page} in a browser to read each letter; calendar.ics can be imported into a calendar.`,
};

export const runningWords = { zh: chinese, en: english };
