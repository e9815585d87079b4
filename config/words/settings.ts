/** What is wrong with the settings, their file and the files they name. */
const chinese = {
  // The settings file
  lineWrong: (file: string, line: number, variable: string | undefined, wrong: string) =>
    `${file} 第 ${line} 行${variable === undefined ? '' : ` ${variable} `}${wrong}`,
  noAssignment: '不是设置：应写作“变量=值”，变量用半角字母，等号用半角；不要的行请在行首加 #。',
  writtenTwice: (line: number) => `在第 ${line} 行已经写过：同一变量只写一次；请删去其中一行。`,
  quoteOpen: (quote: string) => `的引号没有在本行配对：每个值写在一行内；请补上 ${quote}。`,
  hashInValue: '的值里有 #，其后会被当作注释而丢掉：含 # 的值请加引号（网址里的口令请写 %23）。',
  fileNoText: (file: string) => `${file} 不是 UTF-8 文本，读不出来：请用编辑器另存为 UTF-8。`,
  fileUnread: (file: string, why: string) => `${file} 读不出来（${why}）：应为本用户可读的文本文件；请核对路径和权限。`,
  fileMissing: (file: string) =>
    `环境变量 SHUANGYUE_ENV 所指的设置文件 ${file} 不存在：请核对路径，或删去这个变量，用当前文件夹的 .env。`,
  openSecrets: (file: string, variables: readonly string[]) =>
    `${file} 里有口令或密钥（${variables.join('、')}），别的用户也读得到：请执行 chmod 600 ${file}。`,

  // One variable
  inEnvironment: (variable: string) => `环境变量 ${variable}`,
  inFile: (file: string, line: number, variable: string) => `${file} 第 ${line} 行 ${variable}`,
  typo: (place: string, meant: string) => `${place} 不是双月的设置，不起作用：是否指 ${meant}？`,
  typoInFile: (place: string, meant: string) => `${place} 不是双月的设置：是否指 ${meant}？请改正或删去这一行。`,
  withoutEffect: (place: string, meant?: string) =>
    `${place} 不是双月的设置，不起作用${meant === undefined ? '' : `（是否指 ${meant}？）`}；请改正或删去。`,
  valueWrong: (place: string, value: string | undefined, expected: string) =>
    `${place} 的值${value === undefined ? '（内容不显示）' : `“${value}”`}不对：应为${expected}；请改正，或删去后使用默认值。`,
  answerWrong: (variable: string, value: string | undefined, expected: string) =>
    `${variable} 的值${value === undefined ? '' : `“${value}”`}不对：应为${expected}。`,
  anotherWay: '另一种写法',

  // Several together
  samePort: (place: string, other: string, port: number) =>
    `${place} 与 ${other} 用了同一端口 ${port}：各端口应不相同；请改其中一个，或设为 0 任选空闲端口。`,
  archiveUnread: (place: string) =>
    `${place} 已设，而没有设 ARCHIVE_IMAP_URL 或 IMAP_URL：存档只送不查，断在半途的信无处核对。`,
  linksStay: (place: string) =>
    `${place} 已设，信会发到外面，填报链接却是本机的网址：应设 WEB_PUBLIC_URL 为各单位打得开的网址。`,
  sampleDomain: (place: string, domain: string) =>
    `${place} 已设，信会发到外面，回信地址的域名却是样例 ${domain}：应设 MAIL_DOMAIN 为本单位收信的域名。`,
  companion: (place: string, other: string) => `${place} 已设，而没有设 ${other}：应一起设；请补上，或两个都删去。`,
  sameMailbox: (place: string, other: string, mailbox: string) =>
    `${place} 与 ${other} 是同一个文件夹“${mailbox}”：各文件夹应不相同；请改其中一个。`,

  // Files that the settings name
  fileTrouble: (place: string, path: string, trouble: string) => `${place} 所指的 ${path} ${trouble}`,
  contents: { dkim: 'DKIM 私钥（PEM，无口令）', certificate: '证书（PEM）' },
  noProgram: '不存在或不能运行：请核对路径和权限，或删去这项设置。',
  unusable: (why: string) => `不能用：${why}`,
  systemCodes: { ENOENT: '没有这个文件', EACCES: '无权读取', EISDIR: '是文件夹' } as Readonly<Record<string, string>>,
  contentUnread: (why: string, what: string) => `读不出来（${why}）：应为${what}文件，且本用户可读；请核对路径和权限。`,
  contentWrong: (what: string) => `不是${what}：请换成正确的文件。`,
  noFolder: '不是文件夹：应为存放数据的文件夹；请改名或换一个。',
  folderForbidden: '不许本用户读写：请核对它的主人和权限，或换一个文件夹。',
  secretsUnread: (file: string) =>
    `密钥文件 ${file} 读不出来：应为含 apiKey（至少 16 个字符）和 signingSecret（至少 32 个字符）的 JSON，且本用户可读写；请从备份恢复，或删去后重新启动（已发出的链接将失效）。`,
  secretsUnwritten: (file: string) => `写不了密钥文件 ${file}：数据文件夹应可写；请检查权限和磁盘空间。`,
  noProject: (start: string) =>
    `找不到程序目录：从 ${start} 起逐级向上，没有名为 shuangyue 的 package.json；请在完整的程序目录中运行。`,
};

const english: typeof chinese = {
  lineWrong: (file, line, variable, wrong) =>
    `${file} line ${line}${variable === undefined ? '' : `, ${variable}`}: ${wrong}`,
  noAssignment: 'no setting. Expected NAME=value in ASCII; begin lines that are none with #.',
  writtenTwice: (line) => `it stands in line ${line} already. Write each variable once; delete one of the two.`,
  quoteOpen: (quote) => `the quote does not end in this line. Each value takes one line; add ${quote}.`,
  hashInValue:
    'the value holds a #, and what follows would be lost as a comment. Quote the value (in the password of a URL write %23).',
  fileNoText: (file) => `${file} is no UTF-8 text: save it as UTF-8.`,
  fileUnread: (file, why) =>
    `${file} cannot be read (${why}): expected a text file that this user may read; check path and rights.`,
  fileMissing: (file) =>
    `The settings file ${file} that the environment names as SHUANGYUE_ENV is not there: check the path, or unset it to use .env of this folder.`,
  openSecrets: (file, variables) =>
    `${file} holds secrets (${variables.join(', ')}) that other users can read: run chmod 600 ${file}.`,

  inEnvironment: (variable) => `${variable} of the environment`,
  inFile: (file, line, variable) => `${file} line ${line}, ${variable}`,
  typo: (place, meant) => `${place} is no setting of Shuangyue and does nothing: did you mean ${meant}?`,
  typoInFile: (place, meant) =>
    `${place} is no setting of Shuangyue: did you mean ${meant}? Mend the line or delete it.`,
  withoutEffect: (place, meant) =>
    `${place} is no setting of Shuangyue and does nothing${meant === undefined ? '' : ` (did you mean ${meant}?)`}; mend it or delete it.`,
  valueWrong: (place, value, expected) =>
    `${place} ${value === undefined ? 'has a wrong value (not shown)' : `cannot be "${value}"`}: expected ${expected}. Mend it, or delete it to use the default.`,
  answerWrong: (variable, value, expected) =>
    `${variable} ${value === undefined ? 'is wrong' : `cannot be "${value}"`}: expected ${expected}.`,
  anotherWay: 'it written another way',

  samePort: (place, other, port) =>
    `${place} has the same port as ${other}, ${port}: each wants its own; change one, or set it to 0 for any free one.`,
  archiveUnread: (place) =>
    `${place} is set but neither ARCHIVE_IMAP_URL nor IMAP_URL is: copies go there and nobody looks, so a letter broken off half-way cannot be looked up.`,
  linksStay: (place) =>
    `${place} is set and letters leave, but their links lead to this machine: set WEB_PUBLIC_URL to an address that the departments can open.`,
  sampleDomain: (place, domain) =>
    `${place} is set and letters leave, but replies would go to the sample domain ${domain}: set MAIL_DOMAIN to the domain that your office receives mail at.`,
  companion: (place, other) => `${place} is set but ${other} is not: they go together; set both or neither.`,
  sameMailbox: (place, other, mailbox) =>
    `${place} and ${other} are the same folder, "${mailbox}": each wants its own; change one.`,

  fileTrouble: (place, path, trouble) => `${place} names ${path}, which ${trouble}`,
  contents: { dkim: 'a DKIM private key (PEM, no password)', certificate: 'certificates (PEM)' },
  noProgram: 'is not there or cannot be run: check path and rights, or leave the setting out.',
  unusable: (why) => `cannot be used: ${why}`,
  systemCodes: { ENOENT: 'there is no such file', EACCES: 'not permitted', EISDIR: 'it is a folder' },
  contentUnread: (why, what) =>
    `cannot be read (${why}): expected a file with ${what} that this user may read; check path and rights.`,
  contentWrong: (what) => `does not hold ${what}: name the right file.`,
  noFolder: 'is no folder: expected one to keep the data in; rename it or name another.',
  folderForbidden: 'this user may not read and write: check its owner and rights, or name another folder.',
  secretsUnread: (file) =>
    `The secrets in ${file} cannot be read: expected JSON with apiKey (16 characters or more) and signingSecret (32 or more) that this user may read and write; restore it from a backup, or delete it and start again (links that were sent will not work any more).`,
  secretsUnwritten: (file) =>
    `The secrets cannot be written to ${file}: expected a data folder that can be written to; check rights and disk space.`,
  noProject: (start) =>
    `The program's folder was not found: upwards from ${start} there is no package.json named shuangyue; run it from a whole folder of the program.`,
};

export type SettingsWords = typeof chinese;
export const settingsWords = { zh: chinese, en: english };
