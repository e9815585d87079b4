/** Why the office refuses what it is asked by a command, the board or a form. */
const chinese = {
  noCampaign: (id: string) => `没有行动 ${id}：应为已启动的行动；请用 shuangyue campaigns 查看编号后重试。`,
  noRound: (campaign: string, round: string) =>
    `行动 ${campaign} 没有调度期 ${round}：应为“年-次”，例如 2026-3；请用 shuangyue status 查看。`,
  noParty: (campaign: string, code: string) =>
    `行动 ${campaign} 没有代码为 ${code} 的单位：应为台账 parties 中的 code；请核对后重试。`,
  stranger: (by: string, codes: readonly string[]) =>
    `${by} 不是本行动的协调员：--as 应为 ${codes.join('、')} 之一；请改用本人的代码重试。`,
  closed: (campaign: string) => `行动 ${campaign} 已经关闭，不再变更；记录仍可查看。`,
  noTask: (campaign: string, task: number) => `行动 ${campaign} 没有任务${task}：请核对任务序号后重试。`,
  unopened: (round: string, opensAt: string) =>
    `调度期 ${round} 尚未开启（计划 ${opensAt}），不能代报：请核对期次，或待开启后再登记。`,
  noTarget: (task: number, target: number, targets: number) =>
    `任务${task}没有第 ${target} 号目标：${targets === 0 ? '本任务没有量化目标' : `应为 0 至 ${targets - 1}`}；请改正 target 后重试。`,
  bulletinLetter: (letter: number) => `函 ${letter} 是简报的送达信：简报的 Word 稿请用 bulletin show --to 取出。`,
  notWritten: (letter: number) => `函 ${letter} 尚未成文，没有可以导出的文字；请在发出之后再导出。`,
  noLetter: (campaign: string, letter: number) =>
    `行动 ${campaign} 没有编号为 ${letter} 的函：请用 shuangyue letters 查看编号后重试。`,
  deskEnded: (letter: number) => `函 ${letter} 所属的文书流程已经结束，不能签发：行动可能已关闭，请刷新看板核对。`,
  signUnknown: (letter: number) =>
    `函 ${letter} 的签发结果还不知道：请稍后刷新看板核对，仍显示待签发的再签一次，不会重复发出。`,
  noSuchVersion: (round: string) => `${round} 期没有这份文件所写的简报版本：请用 bulletin show --to 重新取出再改。`,
  otherBulletin: (campaign: string | undefined, round: string, wanted: string) =>
    `这份文件是${campaign === undefined ? '' : `行动 ${campaign} `}${round} 期的简报，要改的是 ${wanted} 期：请核对文件和期号。`,
  noDraft: (round: string) => `${round} 期还没有简报草稿：应在调度期关闭、简报起草后编辑；请用 bulletin list 查看。`,
  approved: (round: string, version: number) => `${round} 期简报第${version}版已审定，不能再改：如有错误，请另发更正。`,
  overtaken: (round: string, newest: number, edited: number) =>
    `${round} 期简报现为第${newest}版，所改的是第${edited}版，没有保存：请用 bulletin show 取最新一版，重新改动。`,
  noChange: (campaign: string, change: number) =>
    `行动 ${campaign} 没有编号为 ${change} 的联络人变更：请用 shuangyue contacts changes 查看编号后重试。`,
  noMail: (campaign: string, mail: string) =>
    `行动 ${campaign} 没有编号为 ${mail} 的来件：请用 shuangyue mail held 查看编号后重试。`,
  mailDecided: (mail: string, by: string | null) =>
    `来件 ${mail} 不在待核之列${by === null ? '' : `，已由 ${by} 处理`}：请用 shuangyue mail show 查看；补充内容请用 shuangyue answer 另行登记。`,
  otherLead: (task: number, lead: string, party: string) =>
    `任务${task}由 ${lead} 牵头，来件属于 ${party}，没有登记：请核对任务序号和来件。`,
  notAsked: (task: number, party: string, round: string) =>
    `任务${task}不在 ${party} 于 ${round} 期应报之列，没有登记：请核对单位和期次。`,
  settleUnknown: (mail: string) =>
    `内容已经录入，来件 ${mail} 是否办结还不知道：请稍后刷新看板核对，仍在待录入中的，再点一次“录入并办结”，不会重复登记。`,
  settleEnded: (mail: string) =>
    `内容已经录入，但来件 ${mail} 的收文流程已经结束，不能办结：请用 shuangyue mail show 核对。`,
};

const english: typeof chinese = {
  noCampaign: (id) => `There is no campaign ${id}: expected one that was started; see shuangyue status.`,
  noRound: (campaign, round) =>
    `Campaign ${campaign} has no round ${round}: expected a year and a number, such as 2026-3; see shuangyue status.`,
  noParty: (campaign, code) =>
    `Campaign ${campaign} has no party with the code ${code}: expected a code of the register; see shuangyue contacts.`,
  stranger: (by, codes) =>
    `${by} is no coordinator of this campaign: --as should be one of ${codes.join(', ')}; use your own code.`,
  closed: (campaign) => `Campaign ${campaign} has ended and is not changed any more; its record can still be read.`,
  noTask: (campaign, task) => `Campaign ${campaign} has no task ${task}: check the number.`,
  unopened: (round, opensAt) =>
    `Round ${round} is not open yet (planned for ${opensAt}), so nothing can be entered for it: check the round, or wait.`,
  noTarget: (task, target, targets) =>
    `Task ${task} has no target ${target}: ${targets === 0 ? 'it has none at all' : `expected 0 to ${targets - 1}`}; mend the target.`,
  bulletinLetter: (letter) => `Letter ${letter} only carries a bulletin: get its Word file by bulletin show --to.`,
  notWritten: (letter) =>
    `Letter ${letter} is not written yet, there is nothing to export; export it once it has left.`,
  noLetter: (campaign, letter) => `Campaign ${campaign} has no letter ${letter}: see shuangyue letters.`,
  deskEnded: (letter) =>
    `The desk of letter ${letter} has ended, so it cannot be signed: the campaign may have ended; look at the board.`,
  signUnknown: (letter) =>
    `What came of signing letter ${letter} is not known yet: look at the board in a while; if it still waits, sign it once more, it is not sent twice.`,
  noSuchVersion: (round) =>
    `Round ${round} has no bulletin of the version that this file names: get it anew by bulletin show --to.`,
  otherBulletin: (campaign, round, wanted) =>
    `This file is the bulletin of ${campaign === undefined ? '' : `campaign ${campaign}, `}round ${round}, not of ${wanted}: check the file and the round.`,
  noDraft: (round) =>
    `Round ${round} has no draft of a bulletin yet: it is drafted when the round has closed; see bulletin list.`,
  approved: (round, version) =>
    `Version ${version} of the bulletin of round ${round} is approved and cannot be edited: publish a correction if it is wrong.`,
  overtaken: (round, newest, edited) =>
    `The bulletin of round ${round} is at version ${newest}, and version ${edited} was edited, so nothing was saved: get the newest by bulletin show and edit that.`,
  noChange: (campaign, change) =>
    `Campaign ${campaign} has no contact change ${change}: see shuangyue contacts changes.`,
  noMail: (campaign, mail) => `Campaign ${campaign} has no mail ${mail}: see shuangyue mail held.`,
  mailDecided: (mail, by) =>
    `Mail ${mail} is not held${by === null ? '' : `, ${by} decided on it`}: see shuangyue mail show; enter what is missing by shuangyue answer.`,
  otherLead: (task, lead, party) =>
    `Task ${task} is led by ${lead} and the mail is from ${party}, so nothing was entered: check the task and the mail.`,
  notAsked: (task, party, round) =>
    `Task ${task} is not asked of ${party} in ${round}, so nothing was entered: check the party and the round.`,
  settleUnknown: (mail) =>
    `The content is entered; whether mail ${mail} is settled is not known yet: look at the board in a while and settle it once more if it still waits, nothing is entered twice.`,
  settleEnded: (mail) =>
    `The content is entered, but the intake of mail ${mail} has ended, so it cannot be settled: see shuangyue mail show.`,
};

export type OfficeRefusals = typeof chinese;
export const officeRefusals = { zh: chinese, en: english };
