import { lesson, type Lessons } from './lesson.js';

/** Of the commands that change what a campaign does from here on. */
export const chineseSteering: Lessons = {
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
  link: lesson(
    '填报链接发错人、外泄，或对方找不到信。',
    ['link show gxt', 'link revoke gxt --as zqb1'],
    '停用后旧链接立即打不开。',
  ),
  'link show': lesson(
    '对方找不到信，或想知道链接是否被转发。',
    ['link show gxt'],
    '给出本期链接，并列出从哪些地址打开、提交过。',
  ),
  'link revoke': lesson(
    '链接外泄。',
    ['link revoke gxt --why 误发外单位 --as zqb1'],
    '此前发给该单位的链接立即打不开，给出新链接；已报的不受影响。',
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
