import type { Topic } from './lesson.js';

const chinese: readonly Topic[] = [
  {
    names: ['开始', 'start-here'],
    title: '第一次用',
    text: `1. shuangyue init                          设好一个文件夹
2. shuangyue doctor                        逐项检查设置和邮件服务器
3. shuangyue register check 台账           检查台账
4. shuangyue plan 台账 --year 2026         看全年日历
5. shuangyue rehearse 台账 --year 2026 --out 演练
                                           想先看全年的函
6. shuangyue up                            启动服务，占住一个终端
7. shuangyue start 台账 --year 2026        另开终端，确认后启动
8. shuangyue status                        每天看一眼
只想看看：npm start 是一个自己会动的示例。`,
  },
  {
    names: ['round', '调度期', '调度'],
    title: '调度期',
    text: `一年六期，编号如 2026-3，命令里也可只写 3。每期：开启（调度通知）→ 报送截止 → 关闭 → 简报。
日期按工作日和节假日排定，plan 可看；open-round、close-round 提前开关；pause、resume 整体暂停和恢复。
一项任务延期用 extend，不影响别的任务。`,
  },
  {
    names: ['ladder', 'escalation', '催办', '督办'],
    title: '催办和督办',
    text: `截止前 3 个工作日催报（只发没报的）→ 截止当天电话清单 → 逾期 1 日催办 → 3 日再催 → 5 日督办函。
督办函只拟稿：letters 核对，sign 签发；超过五份须两人各签。有来信待核、前信未送达、在批延期的自动暂缓。
单位一报送，后面的步骤全部停止。负责人以上没有自动动作：连续两期未报看 report。`,
  },
  {
    names: ['answers', '报送'],
    title: '报送',
    text: `单位没有账号：回信、填信中链接，或由您用 answer 代录电话和公文。到达我方服务器的时刻决定按期或逾期。
每份报送都有回执；更正是新的一版，以最后一版为准，各版都留。量化指标填本年累计数。
退回补正用 return，免报用 excuse，验收用 accept；看一项的全部经过用 history。`,
  },
  {
    names: ['held', 'mail-held', '待核', '来信'],
    title: '待核来信',
    text: `信不过（发件地址未登记）或放不下（没有写明任务、只有附件、要延期、要换人）的来信待核，不丢弃。
mail held 列出，mail show 看全文；是报送的 mail release，不是的 mail refuse。
只有附件的已按到达时刻算收到：在看板“待录入”照着录入，或用 answer 17 --mail 编号，录完 mail release。
要延期的先 extend，换人的先 contact，然后 mail refuse 结掉。`,
  },
  {
    names: ['json', 'scripts', '脚本'],
    title: '给程序用',
    text: `查看和办理的命令都可加 --json：标准输出只有一个 JSON，别的话在标准错误。
退出码：0 办成，1 您能改正的错误（一句话写在标准错误），2 程序的错误（--debug 看详情）。
颜色只在终端上有，NO_COLOR=1 关闭；LANG=en 或 SHUANGYUE_LANG=en 用英文。
补全：source <(shuangyue completion bash)；zsh 同。`,
  },
];

const english: readonly Topic[] = [
  {
    names: ['start-here'],
    title: 'The first time',
    text: `1. shuangyue init                     set up a folder
2. shuangyue register check FILE      check the register
3. shuangyue plan FILE --year 2026    see the dates
4. shuangyue up                       start the office; keeps its terminal
5. shuangyue start FILE --year 2026   in another terminal
6. shuangyue status                   every morning
Only to look: npm start is a demo that moves by itself.`,
  },
  {
    names: ['round'],
    title: 'Rounds',
    text: `Six a year, 2026-1 to 2026-6; commands also take just 3. Each opens, falls due, closes, and ends in a bulletin.
Dates follow workdays and holidays, see plan; open-round and close-round come before time; pause and resume stop all.
extend moves one task and nothing else.`,
  },
  {
    names: ['ladder', 'escalation'],
    title: 'The ladder',
    text: `Reminder 3 workdays before, calls on the day, overdue notice 1 day after, second notice 3, escalation letter 5.
Escalations are only drafted: check by letters, sign by sign; more than five need two signatures.
An answer stops the ladder at once. Above the head nothing is automatic: see report.`,
  },
  {
    names: ['answers'],
    title: 'Answers',
    text: `Parties have no account: they reply, use the link, or you enter what they tell by answer.
When it reached our server decides whether it is in time. Every answer gets a receipt; a correction is a new version.
return has it mended, excuse lets it go, accept ends the task; history tells all.`,
  },
  {
    names: ['held', 'mail-held'],
    title: 'Held mail',
    text: `What cannot be trusted or placed is held, never dropped. mail held lists, mail show reads, release takes, refuse does not.
Nothing but a file counts as received: enter it on the board, or by answer 17 --mail ID, then release.
A wish for time: extend first, then refuse. Another contact: contact first, then refuse.`,
  },
  {
    names: ['json', 'scripts'],
    title: 'For programs',
    text: `Commands take --json: one JSON document on the standard output and nothing else there.
Exit codes: 0 done, 1 your mistake (one line on the error output), 2 ours (--debug shows more).
Colours on a terminal only; NO_COLOR=1 ends them. LANG=en or SHUANGYUE_LANG=en for English.
Completion: source <(shuangyue completion bash), zsh alike.`,
  },
];

export const topics = { zh: chinese, en: english };
