/** What `mail` says. */
const chinese = {
  none: '没有待核来信。',
  head: ['编号', '收到', '单位', '来自', '主题', '原因'] as readonly string[],
  noSubject: '（无主题）',
  id: (id: string) => `编号：${id}`,
  received: (at: string) => `收到：${at}`,
  from: (from: string) => `来自：${from}`,
  subject: (subject: string) => `主题：${subject}`,
  party: (party: string) => `单位：${party}`,
  round: (round: string) => `调度期：${round}`,
  reason: (reason: string) => `原因：${reason}`,
};

const english: typeof chinese = {
  none: 'No mail is held.',
  head: ['id', 'received', 'party', 'from', 'subject', 'reasons'],
  noSubject: '(no subject)',
  id: (id) => `Id: ${id}`,
  received: (at) => `Received: ${at}`,
  from: (from) => `From: ${from}`,
  subject: (subject) => `Subject: ${subject}`,
  party: (party) => `Party: ${party}`,
  round: (round) => `Round: ${round}`,
  reason: (reason) => `Held because: ${reason}`,
};

export const mailWords = { zh: chinese, en: english };
