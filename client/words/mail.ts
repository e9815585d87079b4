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
  files: (files: string) => `附件：${files}`,
  noFile: (path: string) => `找不到 ${path}；请写一封信的文件，或放有 .eml 文件的文件夹。`,
  noMails: (path: string) => `文件夹 ${path} 里没有 .eml 文件；请写一封信的文件，或放有 .eml 文件的文件夹。`,
  unreadableFile: (path: string) => `${path} 读不出；请核对文件的权限。`,
  file: (path: string) => `文件：${path}`,
  kinds: { answer: '报送', acknowledgement: '签收', automatic: '自动回复', bounce: '退信', other: '其他' },
  kind: (kind: string, why: string) => `判为：${kind}（${why}）`,
  reference: (reference: string) => `所答：${reference}`,
  bounced: (recipients: string, status: string, permanent: boolean) =>
    `退信：${recipients || '收件人不明'}，${status}，${permanent ? '不能送达' : '暂未送达'}`,
  doubtful: '文字：编码不明，有些字认不出',
  attachment: (name: string, bytes: number, accepted: boolean, reason: string) =>
    `附件：${name}，${bytes} 字节，${accepted ? '收' : '不收'}${reason && `：${reason}`}`,
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
  files: (files) => `Files: ${files}`,
  noFile: (path) => `There is no ${path}; name the file of a mail, or a folder of .eml files.`,
  noMails: (path) => `No .eml files in ${path}; name the file of a mail, or a folder of .eml files.`,
  unreadableFile: (path) => `${path} cannot be read; see to the rights on the file.`,
  file: (path) => `File: ${path}`,
  kinds: {
    answer: 'answer',
    acknowledgement: 'acknowledgement',
    automatic: 'automatic',
    bounce: 'bounce',
    other: 'other',
  },
  kind: (kind, why) => `Kind: ${kind} (${why})`,
  reference: (reference) => `Answers: ${reference}`,
  bounced: (recipients, status, permanent) =>
    `Bounce: ${recipients || 'recipient unknown'}, ${status}, ${permanent ? 'given up' : 'still being tried'}`,
  doubtful: 'Text: its charset is in doubt, some characters are lost',
  attachment: (name, bytes, accepted, reason) =>
    `Attachment: ${name}, ${bytes} bytes, ${accepted ? 'accepted' : 'refused'}${reason && `: ${reason}`}`,
};

export const mailWords = { zh: chinese, en: english };
