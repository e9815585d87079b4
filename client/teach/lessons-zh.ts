import type { Lesson, Lessons } from './lesson.js';

const lesson = (when: string, examples: readonly string[], next: string, rule?: string): Lesson => ({
  when,
  examples,
  next,
  ...(rule !== undefined && { rule }),
});

export const chineseLessons: Lessons = {
  'register check': lesson(
    '拿到台账，启动之前先检查；改一次查一次，直到没有问题。',
    ['register check 台账.xlsx', 'register check 台账.yaml --json'],
    '有问题的逐条改；没有问题后用 plan 看日历。',
    '有一处不对就不启动，不会带病运行。',
  ),
  plan: lesson(
    '启动前看全年哪天发信、哪天截止，打印出来贴在墙上。',
    ['plan 台账.yaml --year 2026', 'plan 台账.yaml --year 2026 --json'],
    '什么都不启动。日期合适就用 start。',
    '调休上班的周末不发信；长假前最后一个工作日不发信；没有公布节假日的年份标为“暂定”。',
  ),
  start: lesson(
    '台账无误、日历合适，正式开展一个年度的行动；先让 shuangyue up 运行。',
    [
      'start 台账.yaml --year 2026',
      'start 台账.yaml --year 2026 --brisk',
      'start 台账.yaml --year 2026 --yes --as zqb1',
    ],
    '看摘要、确认后，到第一期开启日自动发调度通知。中断了再执行一次即接上。',
    '运行中的行动不换台账：另有不同会列出差别和能办到的命令。',
  ),
  status: lesson(
    '每天上午先看一眼：第几天、谁没报、有什么等您办。',
    ['status', 'status --party gxt', 'status --watch 60'],
    '末尾每项待办下面就是命令，复制后填上自己的代码即可。',
    '迟报永远是迟报；未报就是未报，不沿用上期数据。',
  ),
  task: lesson('只想知道一项任务现在怎样、最近报了什么。', ['task 17', 'task 17 --json'], '全部经过用 history。'),
  history: lesson(
    '有人问“这项任务到底怎么回事”，或要向领导说明催办过程。',
    ['history 17', 'history 17 --round 2', 'history 17 --json'],
    '按时间列出状态变化、报送各版、函件、电话、来信，各由谁、为何。',
    '到过的东西都不删除，更正是新的一版。',
  ),
  letters: lesson(
    '查某封信发没发出、为什么没发；签发督办函之前核对。',
    ['letters --state doubtful', 'letters --kind escalation --round 2', 'letters 41'],
    '督办函核对无误用 sign；被拒收的先用 contact 更正信箱。',
    '一个单位同一时刻只收一封信。',
  ),
  report: lesson(
    '一期关闭之后，看有没有单位连续两期未报、要不要报领导。',
    ['report', 'report --party gxt', 'report --to 专报.txt'],
    '草稿由人核实、审定后报送。',
    '分管负责人以上没有任何自动动作；送达存疑的不列入。',
  ),
  contacts: lesson(
    '查各单位的联络员、信箱、电话，或看历任。',
    ['contacts gxt', 'contacts gxt --history', 'contacts check'],
    '有变动用 contact 更换。',
    '信写给岗位，不写给个人。',
  ),
  'contacts check': lesson(
    '开期之前清一遍联络人。',
    ['contacts check', 'contacts check --json'],
    '每项下面是处理命令。',
  ),
  calls: lesson(
    '截止当天下午和逾期之后打电话催报。',
    ['calls', 'calls log gxt "在审签，明日报" --as zqb1', 'calls --json'],
    '打完一个登记一个；接着的函里会写明已电话联系。',
    '只问四项：是否收到、卡在哪、预计何时、延期或换人；不问别的，不打给分管负责人。',
  ),
  'calls list': lesson('看今天该打给谁。', ['calls', 'calls list --json'], '没打过的排在前面；打完用 calls log 登记。'),
  'calls log': lesson(
    '放下电话就登记。',
    [
      'calls log gxt "在审签，明日报" --as zqb1',
      'calls log gxt --received 是 --stuck 审签 --expected 4月28日 --as zqb1',
      'calls log gxt --outcome 未接通 --as zqb1',
    ],
    '要延期、换人的，会给出下一条命令。',
    '登记不改变任务状态；口头报了数的用 answer 代录。',
  ),
  mail: lesson(
    '有来信待核时。',
    ['mail held', 'mail show 3f9a', 'mail release 3f9a --as zqb1'],
    '逐封采用或不采用。',
    '信不过、放不下的来信一律待核，从不丢弃。',
  ),
  'mail held': lesson(
    '看哪些来信等您判断，各为什么。',
    ['mail held', 'mail held --json'],
    '用 mail show 看全文，再 release 或 refuse。',
    '某单位有待核来信时，写给其负责人的督办函自动暂缓。',
  ),
  'mail show': lesson('看一封来信的全文。', ['mail show 3f9a', 'mail show 3f9a --json'], '编号写开头几位即可。'),
  'mail release': lesson(
    '来信确是报送：计入。',
    ['mail release 3f9a --as zqb1', 'mail release 3f9a --party gxt --task 17 --round 2 --as zqb1'],
    '按收到的时刻算按期或逾期，并发回执。',
    '“按期”看到达我方服务器的时刻，不看何时采用。',
  ),
  'mail refuse': lesson(
    '来信不是报送，或已另行处理。',
    ['mail refuse 3f9a --why 重复来信 --as zqb1', 'mail refuse 3f9a --as zqb1'],
    '不计入；原件照存。',
  ),
  bulletin: lesson(
    '一期关闭后审简报。',
    ['bulletin show', 'bulletin approve --as zqb1', 'bulletin edit --from 稿.json --as zqb1'],
    '审定即印发。',
    '简报里每个数字都能追到哪一份报送的哪一版。',
  ),
  'bulletin list': lesson(
    '看各期简报到哪一步。',
    ['bulletin list', 'bulletin list --json'],
    '用 bulletin show 看全文。',
  ),
  'bulletin show': lesson(
    '审定前通读；或取出 Word 文档。',
    ['bulletin show', 'bulletin show 2026-2 --to 简报.docx'],
    '要改用 edit，不行用 return，可以用 approve。',
    '已有的文件不覆盖。',
  ),
  'bulletin approve': lesson(
    '通读无误，签发印发。',
    ['bulletin approve --as zqb1', 'bulletin approve --name-silent --as zqb1'],
    '立即印发并寄给收件人；之后的改动是更正，另成一版。',
    '是否点名由签发人定：不写 --name-silent 就不列名；首次未报只写“个别单位”。',
  ),
  'bulletin edit': lesson(
    '改文字。',
    ['bulletin show --json > 稿.json', 'bulletin edit --from 稿.json --as zqb1'],
    '形成新的一版，仍待审定。',
    '改过的地方数字不再带出处，会提示核实。',
  ),
  'bulletin return': lesson(
    '数字或口径不对，要重拟。',
    ['bulletin return --why 任务17核定有误 --as zqb1'],
    '按现有报送重新编一版。',
  ),
  sign: lesson(
    '督办函起草后。先用 letters 核对。',
    ['letters 41', 'sign 41 --as zqb1', 'sign --all --as zqb1'],
    '签后发往分管负责人；发出前单位报了就自动作废。',
    '同一时刻超过五份须两人各签一次；送达存疑、有待核来信的自动暂缓。',
  ),
  answer: lesson(
    '单位以电话、公文等渠道报了数。',
    [
      'answer 17 --by 电话 --rating 序时推进 --figure 30 --as zqb1',
      'answer 17 --by "辽工信函〔2026〕1号" --unchanged --as zqb1',
    ],
    '立即计入，停止催办；单位收到回执。',
    '登记的是单位的话，不是您的判断。',
  ),
  extend: lesson(
    '单位有理由晚报。',
    ['extend 17 --until 4月30日 --as zqb1', 'extend 17-21 --until 04-30 --why 数据未出 --as zqb1'],
    '催办按新的截止重排。',
    '最晚到本期关闭，不影响以后各期。',
  ),
  excuse: lesson(
    '本期确实无需报送。',
    ['excuse 17 --why 本期无任务 --as zqb1', 'excuse 17 18 --as zqb1'],
    '本期不再催；下期照常。',
  ),
  return: lesson(
    '报送缺要素或数字有误。',
    ['return 17 --why 缺佐证文号 --as zqb1'],
    '单位三个工作日内补正，逾期只提醒一次。',
    '按期报送的仍算按期；退回不惊动负责人；事由印入退回函。',
  ),
  accept: lesson(
    '任务完成，经核无误。',
    ['accept 17 --as zqb1', 'accept 17 --rating 已完成 --as zqb1'],
    '以后各期不再调度此项。',
    '没有撤回：验收前请看 history。',
  ),
  reassign: lesson(
    '任务换了牵头单位。',
    ['reassign 17 --to kjt --why 职能调整 --as zqb1'],
    '原单位收到移交说明，新单位收到调度通知，重新计算截止。',
    '原单位已得的标记保留。',
  ),
  withdraw: lesson('任务取消，不再要求。', ['withdraw 17 --why 并入任务18 --as zqb1'], '以后不再调度，简报列为撤销。'),
  contact: lesson(
    '单位换人或信箱退信。',
    [
      'contact gxt liaison-a 张三 zhang@ln.example --as zqb1',
      'contact gxt liaison-a 张三 zhang@ln.example --phone 024-12345678 --as zqb1',
    ],
    '以后的信用新地址；历任留存。',
  ),
  stop: lesson(
    '某单位暂时不便收信。',
    ['stop gxt --until 5月10日 --as zqb1'],
    '到期合并成一封再发。',
    '报送照收；截止不变。',
  ),
  pause: lesson(
    '全省有大事，各步骤先停。',
    ['pause --why 防汛 --as zqb1'],
    '各步骤冻结；用 resume 恢复。',
    '报送任何时候都收。',
  ),
  resume: lesson('暂停之后恢复。', ['resume --as zqb1'], '各步骤按暂停的工作日顺延。'),
  'open-round': lesson(
    '要提前开启下一期。',
    ['open-round --as zqb1', 'open-round 3 --as zqb1'],
    '调度通知随即发出。',
    '会拖到再下一期开启之后的不开。',
  ),
  'close-round': lesson(
    '都报齐了，或不再等。',
    ['close-round --as zqb1'],
    '各任务定局，随后编写简报。',
    '没报的记为未报，不可改。',
  ),
  close: lesson(
    '全年结束、最后一期简报印发之后。',
    ['close --as zqb1', 'close --yes --as zqb1'],
    '导出历史，结束任务和文书。',
    '不可恢复；有开放的调度期时被拒。',
  ),
};
