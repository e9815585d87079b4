/** Findings about the office's mail: relay, mailboxes, certificates, names. */
const chinese = {
  certificate: (until: string) => `证书有效期到 ${until}`,
  certificateEnds: (until: string, days: number) => `证书有效期到 ${until}，还有 ${days} 天`,
  certificateTodo: '请其管理员及时换发。',

  noRelay: '没有设 SMTP_URL',
  noRelayTodo: '信只进本地邮局，不会真的发出；正式使用前请设好。',
  relayGood: (at: string, hasLoggedIn: boolean) =>
    `${at} ${hasLoggedIn ? '登录成功' : '可以连接（设置中没有用户，未登录）'}，连接加密`,
  relayOpen: (at: string, hasLoggedIn: boolean) =>
    `${at} ${hasLoggedIn ? '登录成功' : '可以连接（设置中没有用户，未登录）'}，连接没有加密`,
  relayOpenTodo: '口令以明文经过网络：请改用 smtps://，或让服务器提供 STARTTLS。',
  noLimit: '没有说明单封上限',
  limit: (megabytes: number) => `单封至多 ${megabytes} MB`,
  limitTodo: '带附件的信可能过大：请管理员调到 10 MB 以上。',
  eightBit: '支持 8BITMIME',
  sevenBit: '不支持 8BITMIME',
  sevenBitTodo: '不妨碍发信，正文改用 7 位编码。',

  noInbox: '没有设 IMAP_URL，回信从本地邮局来',
  inboxForwarded: (port: number) => `没有设 IMAP_URL，来信由邮件系统转投到本机 ${port} 端口`,
  inboxForwardedTodo: '确认邮件系统已设好转投。',
  noArchiveNeeded: '用本地邮局，不需要存档',
  noArchive: '没有设 ARCHIVE',
  noArchiveTodo: '断在半途的信无处核对：写给负责人的要等协调员查明。建议设 ARCHIVE 和 ARCHIVE_IMAP_URL。',
  archiveUnread: (address: string) => `存到 ${address}，只送不查`,
  archiveUnreadTodo: '请设 ARCHIVE_IMAP_URL。',
  mailboxGood: (at: string) => `${at} 登录成功，连接加密`,
  mailboxOpen: (at: string) => `${at} 登录成功，连接没有加密`,
  mailboxOpenTodo: '口令以明文经过网络：请改用 imaps://，或让服务器提供 STARTTLS。',
  noIdle: '服务器不即时通知新邮件（IDLE）',
  noIdleTodo: '不妨碍：每半分钟查看一次。',
  folderMissing: (folder: string) => `没有文件夹“${folder}”`,
  folderMissingTodo: '请在邮箱里建立，或改正设置中的名称。',
  folders: (names: readonly string[]) => `文件夹齐全：${names.join('、')}`,
  foldersMade: (names: readonly string[]) => `首次取信时建立：${names.join('、')}`,

  noAuthserv: '没有设 MAIL_AUTHSERV_ID：冒用联络员地址的来信认不出来',
  noFindingsTodo:
    '邮箱里的来信没有 Authentication-Results：请收信服务器的管理员开启 SPF、DKIM、DMARC 验证（如 rspamd、OpenDMARC），再把它写的名称设为 MAIL_AUTHSERV_ID。',
  authservTodo: (name: string, count: number, mails: number) =>
    `近来${mails}封来信中有${count}封写着“${name}”的验证结果：问明它是本单位的收信服务器，再设 MAIL_AUTHSERV_ID=${name}。`,
  authserv: (name: string, count: number, mails: number) =>
    mails === 0
      ? `来信按 ${name} 的验证结果核对，邮箱里还没有来信`
      : `来信按 ${name} 的验证结果核对：近来${mails}封中有${count}封写着`,
  authservUnseen: (name: string, mails: number) => `近来${mails}封来信都没有 MAIL_AUTHSERV_ID（${name}）写的验证结果`,

  namesNotAsked: '信只进本地邮局，不查域名',
  sampleDomain: (domain: string) => `MAIL_DOMAIN 还是样例 ${domain}`,
  noExchange: (domain: string) => `查不到 ${domain} 的 MX 记录`,
  noExchangeTodo: '各单位的回信靠它送达：请让域名管理员设好，或确认本单位内网另有安排。',
  exchange: (domain: string, hosts: readonly string[]) => `${domain} 的信送往 ${hosts.join('、')}`,
  record: (domain: string, kind: string, text: string) => `${domain} 的 ${kind}：${text}`,
  noRecord: (domain: string, kind: string) => `查不到 ${domain} 的 ${kind} 记录`,
  noSpfTodo: '没有它，对方可能当作垃圾邮件：请让域名管理员加一条 TXT，写明发信服务器。',
  noDmarcTodo: '可以没有；有则对方更信任。',
  noKey: (name: string) => `查不到 DKIM 公钥 ${name}`,
  noKeyTodo: (text: string) => `请让域名管理员加一条 TXT：${text}`,
  keyGood: (name: string) => `DKIM 公钥 ${name} 与私钥相符`,
  keyOther: (name: string) => `DKIM 公钥 ${name} 与 DKIM_KEY_FILE 的私钥不相符，签名会被判无效`,
  keyOtherTodo: (text: string) => `TXT 应为：${text}`,
};

const login = (hasLoggedIn: boolean): string => (hasLoggedIn ? 'login taken' : 'connected (no user set, no login)');

const ofNewest = (count: number | undefined, mails: number): string => {
  if (mails === 1) return 'the only mail';
  return count === undefined ? `any of the ${mails} newest mails` : `${count} of the ${mails} newest mails`;
};

const english: typeof chinese = {
  certificate: (until) => `certificate holds until ${until}`,
  certificateEnds: (until, days) =>
    `certificate holds until ${until}, ${days === 1 ? 'one day' : `${days} days`} from now`,
  certificateTodo: 'Have its admin renew it in time.',

  noRelay: 'SMTP_URL is not set',
  noRelayTodo: 'Letters go to the local post office only and do not really leave; set it before you begin in earnest.',
  relayGood: (at, hasLoggedIn) => `${at}: ${login(hasLoggedIn)}, encrypted`,
  relayOpen: (at, hasLoggedIn) => `${at}: ${login(hasLoggedIn)}, not encrypted`,
  relayOpenTodo: 'The password crosses the network in the open: use smtps://, or have the server offer STARTTLS.',
  noLimit: 'no size limit announced',
  limit: (megabytes) => `at most ${megabytes} MB a letter`,
  limitTodo: 'Letters with attachments may be too large: have its admin allow 10 MB or more.',
  eightBit: '8BITMIME is supported',
  sevenBit: '8BITMIME is not supported',
  sevenBitTodo: 'No hindrance: texts are encoded in 7 bits.',

  noInbox: 'IMAP_URL is not set, replies come from the local post office',
  inboxForwarded: (port) => `IMAP_URL is not set, the mail system forwards mail to port ${port} here`,
  inboxForwardedTodo: 'See that the mail system does forward it.',
  noArchiveNeeded: 'the local post office needs no archive',
  noArchive: 'ARCHIVE is not set',
  noArchiveTodo:
    'A letter broken off half-way cannot be looked up: one to a head waits for a coordinator. Better set ARCHIVE and ARCHIVE_IMAP_URL.',
  archiveUnread: (address) => `copies go to ${address} and nobody looks there`,
  archiveUnreadTodo: 'Set ARCHIVE_IMAP_URL.',
  mailboxGood: (at) => `${at}: login taken, encrypted`,
  mailboxOpen: (at) => `${at}: login taken, not encrypted`,
  mailboxOpenTodo: 'The password crosses the network in the open: use imaps://, or have the server offer STARTTLS.',
  noIdle: 'the server does not announce new mail (IDLE)',
  noIdleTodo: 'No hindrance: it is looked at every half minute.',
  folderMissing: (folder) => `there is no folder "${folder}"`,
  folderMissingTodo: 'Make it in the mailbox, or mend the name in the settings.',
  folders: (names) => `folders are there: ${names.join(', ')}`,
  foldersMade: (names) => `made when mail is first fetched: ${names.join(', ')}`,

  noAuthserv: "MAIL_AUTHSERV_ID is not set: mail that forges a liaison's address is not told from real mail",
  noFindingsTodo:
    'The mails there bear no Authentication-Results: have the admin of the receiving server check SPF, DKIM and DMARC (rspamd, OpenDMARC), and set MAIL_AUTHSERV_ID to the name it writes.',
  authservTodo: (name, count, mails) =>
    `"${name}" wrote its findings on ${ofNewest(count, mails)}: make sure that it is your own receiving server, then set MAIL_AUTHSERV_ID=${name}.`,
  authserv: (name, count, mails) =>
    mails === 0
      ? `findings of ${name} are believed; no mail lies there yet`
      : `findings of ${name} are believed: they stand on ${ofNewest(count, mails)}`,
  authservUnseen: (name, mails) => `no finding of MAIL_AUTHSERV_ID (${name}) stands on ${ofNewest(undefined, mails)}`,

  namesNotAsked: 'letters go to the local post office only, no names are asked for',
  sampleDomain: (domain) => `MAIL_DOMAIN is still the sample ${domain}`,
  noExchange: (domain) => `no MX record for ${domain}`,
  noExchangeTodo:
    'Replies find their way by it: have the admin of the domain set it, or see that your own network has another way.',
  exchange: (domain, hosts) => `mail for ${domain} goes to ${hosts.join(', ')}`,
  record: (domain, kind, text) => `${kind} of ${domain}: ${text}`,
  noRecord: (domain, kind) => `no ${kind} record for ${domain}`,
  noSpfTodo:
    'Without it letters may count as spam: have the admin of the domain add a TXT that names the servers that send.',
  noDmarcTodo: 'It may be absent; with it others trust you more.',
  noKey: (name) => `no DKIM key at ${name}`,
  noKeyTodo: (text) => `Have the admin of the domain add a TXT: ${text}`,
  keyGood: (name) => `the DKIM key at ${name} is the other half of ours`,
  keyOther: (name) => `the DKIM key at ${name} is not that of DKIM_KEY_FILE: signatures will not hold`,
  keyOtherTodo: (text) => `The TXT should be: ${text}`,
};

export const mailWords = { zh: chinese, en: english };
