import { chineseHelp } from './help-zh.js';
import { chineseInit } from './init/init-words-zh.js';
import { bulletinWords } from './words/bulletins.js';
import { callWords } from './words/calls.js';
import { contactWords } from './words/contacts.js';
import { linkWords } from './words/links.js';
import { historyWords } from './words/history.js';
import { letterWords } from './words/letters.js';
import { mailWords } from './words/mail.js';
import { nameWords } from './words/names.js';
import { planWarningWords } from './words/plan-warning.js';
import { planWords } from './words/plan.js';
import { registerNoteWords } from './words/register-notes.js';
import { registerWords } from './words/register.js';
import { reportWords } from './words/report.js';
import { runningWords } from './words/running.js';
import { sheetWords } from './words/sheet.js';
import { statusWords } from './words/status.js';
import { takenWords } from './words/taken.js';
import { teachWords } from './words/teach.js';
import { workingWords } from './words/working.js';

const list = (items: readonly string[]): string => items.join('、');

/** Every sentence says what is wrong, what was expected and what to do. */
export const chinese = {
  language: 'zh' as 'zh' | 'en',
  help: chineseHelp,
  init: chineseInit,
  names: nameWords.zh,
  calls: callWords.zh,
  history: historyWords.zh,
  status: statusWords.zh,
  report: reportWords.zh,
  letters: letterWords.zh,
  mail: mailWords.zh,
  contacts: contactWords.zh,
  links: linkWords.zh,
  bulletins: bulletinWords.zh,
  plan: planWords.zh,
  planWarning: planWarningWords.zh,
  register: registerWords.zh,
  registerNote: registerNoteWords.zh,
  sheet: sheetWords.zh,
  taken: takenWords.zh,
  running: runningWords.zh,
  working: workingWords.zh,
  teach: teachWords.zh,
  taskNumbers: '任务编号',

  // Command line
  unknownCommand: (name: string, meant?: string) =>
    `没有命令“${name}”${meant === undefined ? '' : `，是否指 ${meant}`}；用 shuangyue help 查看全部命令。`,
  unknownOption: (name: string, meant?: string) =>
    `没有选项 ${name}${meant === undefined ? '' : `，是否指 ${meant}`}；在命令后加 --help 查看可用选项。`,
  missingArgument: (name: string) => `缺少参数 <${name}>；在命令后加 --help 查看用法。`,
  missingValue: (option: string) => `选项 ${option} 后应写明内容。`,
  missingOption: (option: string) => `缺少选项 ${option}。`,
  tooManyArguments: '参数过多；含空格的内容请加引号，在命令后加 --help 查看用法。',
  badTaskList: (given: string) => `“${given}”不是任务编号：应写作 17、17 18 21 或 17-21。`,
  oneTaskOnly: (given: string) => `此命令一次只办一项任务，“${given}”不止一项；请分次执行。`,
  badDate: (given: string) => `“${given}”不是日期：应写作 2026-04-30、4月30日 或 04-30，且确有此日。`,
  badYear: (given: string) => `“${given}”不是年份：应写作四位数字，如 2026。`,
  badRound: (given: string) => `“${given}”不是调度期：应写作 2026-3，或只写 1 至 6。`,
  badLetter: (given: string) => `“${given}”不是函的编号：应为正整数；用 shuangyue letters 查看。`,
  badRating: (given: string, known: readonly string[]) => `“${given}”不是评定：应为${list(known)}之一。`,
  badFigure: (given: string) => `“${given}”不是累计数：应写作 30，或 2=30 表示第2项指标。`,
  figureTwice: '同一项指标写了两个累计数；几项指标请写作 1=30、2=45。',
  badEmail: (given: string) => `“${given}”不是邮箱地址：应如 zhang@ln.example。`,
  badShell: (given: string) => `“${given}”不是认得的外壳：应为 bash 或 zsh。`,
  badPhone: (given: string) => `“${given}”不是电话号码：至少有三位数字，如 024-12345678。`,
  badPost: (given: string, known: readonly string[]) => `没有岗位“${given}”：应为${list(known)}之一。`,
  contactNeeds: '更换岗位人员须写明岗位、姓名、邮箱三项：shuangyue contact gxt liaison-a 张三 zhang@ln.example。',
  askWhom: '请写明要询问的单位，或用 --all 询问全部，两者取一。',
  contactAsked: (party: string) => `${party}：已请联络员确认登记。`,
  contactRefused: (change: number) => `变更 ${change} 不予登记，原登记不变。`,
  nothingToUndo: (change: number) =>
    `变更 ${change} 没有生效，或此前该岗位空缺，无可恢复；用 shuangyue contacts changes --all 查看。`,
  changedSince: (change: number) => `变更 ${change} 之后该岗位又有变动；请直接用 shuangyue contact 登记。`,
  unknownChange: (given: string) => `没有编号为“${given}”的联络人变更；用 shuangyue contacts changes --all 查看。`,
  mailStillHeld: (mail: string) => `来信还有别的事项待核，请用 shuangyue mail show ${mail} 查看后处理。`,
  historyOfWhom: '须写明查看哪个单位的历任：shuangyue contacts gxt --history。',
  badEdits: (file: string) =>
    `文件 ${file} 不是简报修改稿：应为 JSON，即 bulletin show --json 的输出，或“位置: 新文字”对照表。`,
  cannotRead: (file: string) => `文件 ${file} 读不出来；请核对路径和权限。`,
  cannotWrite: (file: string) => `文件 ${file} 写不了；请核对文件夹是否存在、有无写入权限。`,
  fileThere: (file: string) => `文件 ${file} 已经存在，为免覆盖您的改动没有写入；请换个文件名，或移走原文件后再试。`,
  folderNotEmpty: (folder: string) => `文件夹 ${folder} 里已有文件，为免混在一起没有导出；请换一个新的或空的文件夹。`,
  noAttachments: (task: number) => `任务${task}最近一次报送没有附件；来信的附件见 shuangyue history ${task} 所列来信。`,
  attachmentsSaved: (paths: readonly string[]) =>
    `已存出${paths.length}个附件：\n${paths.map((path) => `  ${path}`).join('\n')}`,
  nothingToExport: '没有符合条件且已成文的函；请用 shuangyue letters 查看。',
  lettersExported: (count: number, folder: string, left: number) =>
    `已导出 ${count} 件，连同 目录.csv 存入 ${folder}。${left === 0 ? '' : `另有 ${left} 件未导出：尚未成文、已取消，或是简报（用 bulletin show --to）。`}`,
  badBulletinFile: (file: string) => `“${file}”不知存为何种文件：扩展名应为 .docx（Word）或 .html（网页）。`,
  badRegisterFile: (file: string) => `“${file}”不知存为何种文件：扩展名应为 .xlsx（Excel）或 .yaml（文本）。`,
  registerExported: (path: string, tasks: number, parties: number) =>
    `台账已存为 ${path}：${tasks} 项任务、${parties} 个单位，读回核对一致。`,
  exportLoses: (file: string, lost: readonly string[]) =>
    `台账没有保存：${file} 里写不下${lost.slice(0, 3).join('、')}的原样内容（共 ${lost.length} 处）；请先改掉其中的特殊写法（如单独一个“—”或“无”）。`,
  needsYes: '此处无人应答确认；请先看清摘要，确认后加 --yes 再执行。',
  needsWhy: '须写明要补正什么或为何退回：请加 --why "事由"。',
  answerNeedsBy: '须写明单位以何渠道告知：请加 --by 电话，或 --by "公文交换 辽工信函〔2026〕1号"。',
  emptyAnswer: '报送内容是空的；至少写一项：--rating、--figure、--progress、--unchanged 等，见 --help。',
  releaseNeedsParty: '来信判不出单位：请加 --party 单位代码。',
  signWhich: '请写明要签发的函的编号，或用 --all 签发全部，两者取一。',

  // Campaign, people, rounds
  noCampaign: (ended: readonly string[]) =>
    ended.length === 0
      ? '没有进行中的行动；请先用 shuangyue start 台账文件 --year 年份 启动。'
      : `没有进行中的行动；已结束的（${list(ended)}）可用 --campaign 写明后查看。`,
  whichCampaign: (known: readonly string[]) =>
    `有 ${known.length} 个进行中的行动（${list(known)}）；请加 --campaign 写明哪一个。`,
  unknownCampaign: (given: string, known: readonly string[]) =>
    `没有行动“${given}”${known.length === 0 ? '，尚未启动任何行动' : `；现有：${list(known)}`}。`,
  whoOrders: (known: readonly string[]) => `须写明由谁下达：请加 --as 协调员代码（${list(known)}）。`,
  unknownCoordinator: (given: string, known: readonly string[]) =>
    `“${given}”不是本行动的协调员；应为：${list(known)}。`,
  unknownParty: (given: string, near?: string) =>
    `没有单位“${given}”${near === undefined ? '' : `，是否指“${near}”`}；用 shuangyue contacts 查看全部单位。`,
  noOpenRound: '目前没有开放的调度期；确要针对某一期，请加 --round，如 --round 2026-3。',
  noNextRound: '本年各期都已开过，没有下一个调度期。',
  noBulletin: (round?: string) => `${round === undefined ? '尚无简报' : `${round}期没有简报`}：调度期关闭后自动编写。`,
  unknownMail: (given: string) => `没有编号以“${given}”开头的来信；用 shuangyue mail held 查看待核来信。`,
  severalMails: (given: string, count: number) => `有 ${count} 封来信的编号以“${given}”开头；请多写几位。`,

  // Start
  registerBroken: (file: string, count: number) => `台账 ${file} 有 ${count} 个问题，须全部改正才能继续。`,
  registerDiffers: (campaign: string) =>
    `行动 ${campaign} 已按另一份台账启动，未作任何改动。不同之处和相应命令（须在 --as 写明协调员）：`,
  askStart: '以上信息无误，现在启动？',
  notStarted: '未启动。',
  campaignEnded: (campaign: string) => `行动 ${campaign} 已经结束，不能再启动；新一年度请换 --year。`,
  startedAs: {
    started: (campaign: string) => `行动 ${campaign} 已启动。查看进展：shuangyue status --campaign ${campaign}`,
    finished: (campaign: string) =>
      `行动 ${campaign} 上次启动中断，现已接续完成。查看进展：shuangyue status --campaign ${campaign}`,
    running: (campaign: string) => `行动 ${campaign} 已在运行，台账无变化；任务和文书已核对齐全。`,
  },

  // Orders
  taskSaid: (task: number, said: string) => `任务${task}：${said}`,
  letterSaid: (letter: number, said: string) => `函 ${letter}：${said}`,
  notAllDone: (refused: number, all: number) =>
    all === 1 ? '未办成。' : `${all} 项中有 ${refused} 项未办成，原因见上。`,
  extended: (until: string) => `本期报送截止延至${until}。`,
  excused: (round: string) => `${round}期免报。`,
  returned: (until: string) => `已退回，请单位在${until}前补正。`,
  accepted: '已验收，不再调度。',
  reassigned: (name: string) => `已移交${name}牵头。`,
  withdrawn: '已撤销，不再调度。',
  paused: (campaign: string) => `行动 ${campaign} 已暂停：各步骤冻结，报送照收。恢复：shuangyue resume。`,
  resumed: (campaign: string) => `行动 ${campaign} 已恢复，各步骤相应顺延。`,
  askClose: (campaign: string) => `结束行动 ${campaign}？任务和文书将全部终止，不可恢复。`,
  notClosed: '未结束。',
  closed: (campaign: string) => `行动 ${campaign} 已结束，历史正在导出。`,
  roundOpened: (round: string) => `${round}期正在开启，调度通知随即发出。`,
  roundClosing: (round: string) => `${round}期正在关闭，随后编写简报。`,
  stopped: (party: string, until: string) => `${until}前不向${party}发函，届时合并为一封。`,
  contactChanged: (party: string, post: string, name: string, email: string) =>
    `${party}${post}改为 ${name} <${email}>。`,
  nothingToSign: '没有待签发的督办函。',
  signOutcome: {
    sent: '已签发并发出。',
    'needs-second': '已签，尚须另一位协调员再签一次方可发出。',
    withheld: '暂缓发出：尚不具备条件，原因见 shuangyue status。',
    lapsed: '已失效：单位已报送或调度期已关闭，不再发出。',
  },
  released: (party: string, round: string, answers: number) => `已采用：计入${party} ${round}期报送 ${answers} 项。`,
  mailRefused: '已记为不采用，来信原件照存。',
  bulletinSaved: (round: string, version: number, path: string) =>
    `${round}期简报第${version}版已存为 ${path}。${path.endsWith('.docx') ? '改好后用 bulletin edit --from 该文件 交回。' : ''}`,
  bulletinApproved: (round: string, version: number) => `${round}期简报第${version}版已审定并印发。`,
  bulletinEdited: (round: string, version: number) => `${round}期简报已改为第${version}版，待审定。`,
  wordFindings: { figure: '数字', fixed: '不能改', change: '文字', note: '说明', comment: '批注' },
  wordUnchanged: '文字没有改动，没有形成新版。',
  wordUnconfirmed: (ways: string) => `尚未保存：以上数字和不能改的部分请逐条核对；确认无误的，加 ${ways} 再执行一次。`,
  bulletinReturned: (round: string) => `${round}期简报已退回重拟。`,

  workflows: {
    campaign: (_, id) => `行动（${id}）`,
    round: (round, id) => `调度期 ${round}（${id}）`,
    task: (number, id) => `任务${number}（${id}）`,
    desk: (desk, id) => `文书 ${desk}（${id}）`,
    bulletin: (round, id) => `${round}期简报（${id}）`,
    intake: (mail, id) => `来信 ${mail}（${id}）`,
  } satisfies Record<string, (part: string, id: string) => string>,

  // The office cannot be reached
  boardDown: (url: string) =>
    `连不上双月的服务器 ${url}；请确认 shuangyue up 正在运行，端口与设置 WEB_PORT（或 WEB_PUBLIC_URL）一致。`,
  boardSlow: (url: string, seconds: number) =>
    `服务器 ${url} ${seconds} 秒没有回应；请稍后用 shuangyue status 查看，再决定是否重试。`,
  boardFailed: (url: string, message: string, where: string) => `服务器 ${url} 出错（${where}）：${message}`,
  notOurServer: (url: string) => `${url} 回应的不是双月；请核对 WEB_PORT、WEB_PUBLIC_URL，看端口是否被别的程序占用。`,
  wrongKey: (url: string, message: string) => `服务器 ${url} 不认本机的密钥：${message}`,
  noKey: (home: string) =>
    `文件夹 ${home} 中没有密钥：此处没有启动过双月；请在运行 shuangyue up 的文件夹执行，或设置 SHUANGYUE_HOME 或 API_KEY。`,
  anyPort: (port: string, instead: string) =>
    `设置 ${port} 为 0（任选端口），命令行不知道该连哪里；请写明端口，或设置 ${instead}。`,
  engineDown: (address: string) =>
    `连不上 Temporal ${address}；请确认 shuangyue up 正在运行，或核对设置 TEMPORAL_ADDRESS、TEMPORAL_PORT。`,
  noNamespace: (namespace: string, address: string) =>
    `Temporal ${address} 上没有命名空间 ${namespace}；请核对 TEMPORAL_NAMESPACE，或先运行 shuangyue up。`,
  noAnswer: (seconds: number) =>
    `${seconds} 秒内没有得到答复：办公程序可能没有运行，指令未必生效；请确认 shuangyue up 正在运行，用 shuangyue status 核对后再试。`,
  notRunning: (name: string) => `${name}不在运行：可能尚未启动，或已经结束；用 shuangyue status 核对。`,
  mailDecided: (mail: string) =>
    `来信 ${mail} 已经办结（或没有这封来信），不能再办；用 shuangyue mail show ${mail} 看怎样办的。`,
  orderFailed: (message: string) => `指令没有办成：${message}`,
  ours: (message: string, debug: boolean) => `程序出错：${message}${debug ? '' : '（加 --debug 可看详情）'}`,
};
