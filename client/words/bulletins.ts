/** What `bulletin list` and `bulletin show` say. */
const chinese = {
  none: '尚无简报：调度期关闭后自动编写。',
  head: ['调度期', '版次', '期号', '状态', '时间', '题目', '文件'] as readonly string[],
  version: (version: number) => `第${version}版`,
  issue: (issue: number) => `第${issue}期`,
  shown: (round: string, version: number, state: string) => `${round}简报 第${version}版（${state}）`,
  file: (path: string) => `文件：${path}`,
  noFile: '—',
  asWord: (round: string) => `尚未印发。要看版式或在 Word 里改：shuangyue bulletin show ${round} --to 简报.docx`,
};

const english: typeof chinese = {
  none: 'No bulletin yet: it is drafted when the round has closed.',
  head: ['round', 'version', 'issue', 'state', 'time', 'title', 'file'],
  version: (version) => `version ${version}`,
  issue: (issue) => `no. ${issue}`,
  shown: (round, version, state) => `Bulletin of ${round}, version ${version} (${state})`,
  file: (path) => `File: ${path}`,
  noFile: '–',
  asWord: (round) =>
    `Not published yet. To see it set, or to edit it in Word: shuangyue bulletin show ${round} --to bulletin.docx`,
};

export const bulletinWords = { zh: chinese, en: english };
