import { counted } from '../../domain/sentence.js';

/** What the demo's terminal tells. */
const chinese = {
  // Its folder
  otherSeed: (kept: number, wanted: number) =>
    `示例已按种子 ${kept} 开始，不能中途改用 ${wanted}：请去掉 --seed 继续，或加 --fresh 重新开始。`,
  notMarked: (home: string) =>
    `文件夹 ${home} 里没有示例的标记 demo.json，不敢清空：请自行核对并移走其中的文件，再加 --fresh 启动。`,
  otherFiles: (home: string, names: readonly string[]) =>
    `文件夹 ${home} 里已有别的文件（${names.join('、')}），不是示例的文件夹：请移走它们再启动。`,
  noteBroken: (note: string, home: string) =>
    `${note} 读不出来，不能确定这是示例的文件夹：请核对后移走文件夹 ${home} 再启动。`,
  memoryBroken: (path: string) => `${path} 读不出来：应为模拟单位的记录（JSON）；请加 --fresh 重新开始示例。`,
  sampleBroken: (file: string, line: number, problem: string) =>
    `示例台账 ${file} 第 ${line} 行有误：${problem}；请恢复原文件再启动。`,

  // The story
  round: (number: number) => `第${number}期`,
  opened: (round: string, letters: number, tasks: number, until: string) =>
    `${round}开启：${letters}封调度通知，${tasks}项任务，${until}截止`,
  closed: (round: string, counts: { answered: number; late: number; missed: number; excused: number }) =>
    `${round}关闭：按期${counts.answered}，逾期补报${counts.late}，未报${counts.missed}，免报${counts.excused}`,
  trouble: (party: string, trouble: string) => `需留意：${trouble.startsWith(party) ? '' : `${party}：`}${trouble}`,
  unsigned: (count: number) => `督办函待签：${count}件`,
  held: (count: number) => `来件待核：${count}件`,
  withheld: (count: number) => `督办函暂缓：${count}项，条件具备后再发`,
  drafted: (round: string) => `${round}简报已成稿，待审定`,
  published: (issue: number | null) => `简报第${issue}期已印发，在本地邮局可读`,
  over: '六期已毕：全部简报已印发。网页和邮局仍可查看，Ctrl-C 停止；加 --fresh 重新开始。',
  indent: '　　',
  progress: (round: string, reported: number, total: number, remark: string) =>
    `${round} 已报 ${reported}/${total}　${remark}`,
  late: (tasks: number, seconds: number) => `逾期 ${tasks}，距关闭 ${seconds} 秒`,
  waiting: (tasks: number, seconds: number) => `待报 ${tasks}，距截止 ${seconds} 秒`,
  letters: {
    reminder: '催报',
    calls: '电话清单',
    overdue: '逾期催办',
    'second-overdue': '再次催办',
    escalation: '督办函',
    return: '退回补报',
    settled: '办结告知',
  },
  letterNews: (kind: string, letters: number, tasks: number, answered: number, late: number) =>
    `${kind}：${letters}封${tasks === 0 ? '' : `（${tasks}项任务）`}，按期报送${answered}项${late === 0 ? '' : `、逾期补报${late}项`}`,

  // The simulated parties and coordinator
  signed: (party: string, tasks: number, signer: string, outcome: string) =>
    `督办函（${party}，${tasks}项）：${signer} ${outcome}`,
  signOutcomes: {
    sent: '已签发。',
    'needs-second': '已签，同批超过五份，待第二人会签。',
    withheld: '已签，但发出条件不具备，暂缓。',
    lapsed: '签发前单位已报送，不再发出。',
  },
  approved: (round: string, by: string) => `${round}期简报：${by} 已审定。`,
  refusedMail: (by: string) => `待核来件：${by} 已退回不收。`,
  releasedMail: (party: string, by: string) => `待核来件（${party}）：${by} 核实后放行。`,
  decided: (task: number, party: string, by: string, decision: string) =>
    `任务${task}（${party}）：${by} ${decision}。`,
  decisions: { excuse: '准予本期免报', extend: '准予延期', return: '退回补正', accept: '予以验收' },
  noRound: '没有进行中的调度期，不能对任务下达指令；请等下一期开启。',
  mended: (party: string, by: string, email: string) => `${party}联络员A的信箱退信，${by} 电话核实后更正为 ${email}。`,
  orderRefused: (why: string) => `模拟协调员的指令未被接受：${why}`,
  away: (party: string) => `${party}联络员外出，自动回复。`,
};

const english: typeof chinese = {
  otherSeed: (kept, wanted) =>
    `The sample was begun with seed ${kept} and cannot go on with ${wanted}: leave --seed out to go on, or begin anew by --fresh.`,
  notMarked: (home) =>
    `Folder ${home} has no demo.json, the mark of a sample, and is not emptied: look through it, move its files away and start with --fresh again.`,
  otherFiles: (home, names) =>
    `Folder ${home} holds other files (${names.join(', ')}) and is not a sample's: move them away and start again.`,
  noteBroken: (note, home) =>
    `${note} cannot be read, so this may not be a sample's folder: look through ${home}, move it away and start again.`,
  memoryBroken: (path) =>
    `${path} cannot be read: expected the notes of the simulated parties (JSON); begin the sample anew by --fresh.`,
  sampleBroken: (file, line, problem) =>
    `Line ${line} of the sample register ${file} is wrong: ${problem} Restore the file and start again.`,

  round: (number) => `Round ${number}`,
  opened: (round, letters, tasks, until) =>
    `${round} opens: ${counted(letters, 'opening letter')}, ${counted(tasks, 'task')}, answers by ${until}`,
  closed: (round, { answered, late, missed, excused }) =>
    `${round} closes: ${answered} answered, ${late} late, ${missed} missed, ${excused} excused`,
  trouble: (party, trouble) => `To note: ${trouble.startsWith(party) ? '' : `${party}: `}${trouble}`,
  unsigned: (count) => `${counted(count, 'letter')} to a head to be signed`,
  held: (count) => `${counted(count, 'held mail')} to be decided`,
  withheld: (count) => `Letters to heads withheld for ${counted(count, 'task')}; they go once the conditions are met`,
  drafted: (round) => `${round}: the bulletin is drafted and waits for approval`,
  published: (issue) => `Bulletin no. ${issue} is published; read it in the local post office`,
  over: 'All six rounds are over and their bulletins published. Pages and mailboxes stay open, Ctrl-C stops; --fresh begins anew.',
  indent: '    ',
  progress: (round, reported, total, remark) => `${round}: ${reported}/${total} answered  ${remark}`,
  late: (tasks, seconds) => `${tasks} overdue, closing in ${seconds} s`,
  waiting: (tasks, seconds) => `${tasks} to come, due in ${seconds} s`,
  letters: {
    reminder: 'Reminder',
    calls: 'Call list',
    overdue: 'Overdue',
    'second-overdue': 'Second overdue',
    escalation: 'To the heads',
    return: 'Returned',
    settled: 'Settled',
  },
  letterNews: (kind, letters, tasks, answered, late) =>
    `${kind}: ${counted(letters, 'letter')}${tasks === 0 ? '' : ` (${counted(tasks, 'task')})`}, ${answered} answered${late === 0 ? '' : `, ${late} late`}`,

  signed: (party, tasks, signer, outcome) =>
    `Letter to a head (${party}, ${counted(tasks, 'task')}): ${signer} ${outcome}`,
  signOutcomes: {
    sent: 'signed it; it is sent.',
    'needs-second': 'signed it; more than five at once wait for a second signature.',
    withheld: 'signed it; it is withheld until the conditions are met.',
    lapsed: 'was too late: the party has answered, it is not sent.',
  },
  approved: (round, by) => `Bulletin of round ${round}: ${by} approved it.`,
  refusedMail: (by) => `Held mail: ${by} refused it.`,
  releasedMail: (party, by) => `Held mail (${party}): ${by} made sure and released it.`,
  decided: (task, party, by, decision) => `Task ${task} (${party}): ${by} ${decision}.`,
  decisions: {
    excuse: 'excused it for this round',
    extend: 'extended it',
    return: 'returned the answer',
    accept: 'accepted it',
  },
  noRound: 'No round is open, so no order can be given on a task; wait for the next one.',
  mended: (party, by, email) =>
    `Mail to liaison A of ${party} bounced; ${by} rang them and corrected the address to ${email}.`,
  orderRefused: (why) => `An order of the simulated coordinator was not taken: ${why}`,
  away: (party) => `The liaison of ${party} is away and answers automatically.`,
};

export type DemoWords = typeof chinese;
export const demoWords = { zh: chinese, en: english };
