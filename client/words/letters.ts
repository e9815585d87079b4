/** What `letters` says. */
const chinese = {
  none: '没有这样的函。',
  head: ['编号', '种类', '文书', '调度期', '状态', '时间', '任务', '说明'] as readonly string[],
  title: (kind: string, id: number, state: string) => `${kind} ${id}　${state}`,
  subject: (subject: string | null) => `主题：${subject ?? '（未成文）'}`,
  to: (to: string, cc: string) => (cc === '' ? `送：${to}` : `送：${to}　抄：${cc}`),
  planned: (at: string) => `计划：${at}`,
  sent: (at: string) => `发出：${at}`,
  signed: (by: string) => `签发：${by}`,
  failure: (why: string) => `说明：${why}`,
  checks: '签发前核对：',
  passed: '符合',
  failed: '不符',
  check: (mark: string, what: string, fact: string) => `${mark} ${what}：${fact}`,
};

const english: typeof chinese = {
  none: 'There is no such letter.',
  head: ['no.', 'kind', 'desk', 'round', 'state', 'time', 'tasks', 'note'],
  title: (kind, id, state) => `${kind} ${id}  ${state}`,
  subject: (subject) => `Subject: ${subject ?? '(not written yet)'}`,
  to: (to, cc) => (cc === '' ? `To: ${to}` : `To: ${to}  Cc: ${cc}`),
  planned: (at) => `Planned: ${at}`,
  sent: (at) => `Sent: ${at}`,
  signed: (by) => `Signed by: ${by}`,
  failure: (why) => `Note: ${why}`,
  checks: 'To be checked before signing:',
  passed: 'holds',
  failed: 'does not hold',
  check: (mark, what, fact) => `${mark}: ${what}: ${fact}`,
};

export const letterWords = { zh: chinese, en: english };
