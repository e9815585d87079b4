/** The trial letter of `doctor --send-test`, and what came of it. */
const chinese = {
  option: '发一封测试信到回信地址（或所给的地址），看它能否回到收信邮箱；看完即删，不入档',
  address: '地址',
  wait: '测试信最多等多少秒（默认 60）',
  underWay: (seconds: number) => `各项检查和测试信同时进行，最多等 ${seconds} 秒……`,
  noRelay: '没有设 SMTP_URL，信只进本地邮局，测试信不必发',
  noRelayTodo: '设好 SMTP_URL 和 IMAP_URL 后再试。',
  accepted: (address: string, relay: string) => `发信服务器收下了寄往 ${address} 的测试信（${relay}）`,
  lookThere: (address: string) => `请到 ${address} 的邮箱看看收到没有。`,
  noInbox: '没有设 IMAP_URL，看不到它是否送到',
  noInboxTodo: '回信由邮件系统转投到本机的：请在邮件系统的日志里查这封信；或设 IMAP_URL 后再试。',
  tagged: (seconds: number, mailbox: string) =>
    `${seconds} 秒后到达“${mailbox}”，回信地址的标记完好：各单位的回信能收到、能对上`,
  junk: (seconds: number, mailbox: string) => `${seconds} 秒后到达，但进了垃圾邮件文件夹“${mailbox}”`,
  junkTodo: '那里的来信没有人取：请管理员把寄往回信地址的信放行，不作垃圾邮件处理。',
  untagged: (seconds: number, mailbox: string, to: readonly string[]) =>
    `${seconds} 秒后到达“${mailbox}”，但回信地址的标记没有了（收件人成了 ${to.length === 0 ? '空的' : to.join('、')}）`,
  untaggedTodo:
    '回信只能凭主题里的标记和来信人认，认不准的要待核：请管理员让邮件系统不改写收件人，或写上 Delivered-To、X-Original-To。',
  returned: (seconds: number, status: string, to: readonly string[]) =>
    `${seconds} 秒后被退回：${to.join('、')} 送不到（${status}）`,
  notArrived: (seconds: number, address: string) => `等了 ${seconds} 秒没有到：寄往 ${address} 的信不知所终`,
  refused: (address: string, answer: string) => `邮件服务器不收寄往 ${address} 的信：${answer}`,
  /** Why letters to the reply address do not reach the mailbox. */
  wayTodo: (domain: string) =>
    `每封函的回信地址不同，都以 reply+ 开头。请管理员二选一：为 reply 打开加号地址（plus addressing），投到收信邮箱；或为 ${domain} 设全收（catch-all），整个域名的来信都进收信邮箱。改好后再试；网络慢的加 --wait 300。`,
  addressTodo: '请核对这个地址，或换一个再试。',
  leftover: '收信邮箱看不成，没有发测试信',
  subject: '双月测试信，不必回复',
  lines: [
    '这是一封测试信，由双月的体检（shuangyue doctor --send-test）发出，用来查看：信能不能发出去，寄往回信地址的信能不能回到收信邮箱。',
    '不必回复，不必处理。体检看到它之后会自行删除；如果它留了下来，删掉即可。',
  ],
};

const english: typeof chinese = {
  option:
    'send a trial letter to the reply address, or to the one given, and see whether it comes back into the mailbox; it is removed at once and not recorded',
  address: 'address',
  wait: 'wait so many seconds for the trial letter at most (60 when not said)',
  underWay: (seconds) => `Checking, with a trial letter under way; this takes up to ${seconds} s …`,
  noRelay: 'SMTP_URL is not set, letters go to the local post office only; no trial letter is needed',
  noRelayTodo: 'Set SMTP_URL and IMAP_URL and try again.',
  accepted: (address, relay) => `the relay took a trial letter to ${address} (${relay})`,
  lookThere: (address) => `Look into the mailbox of ${address} whether it is there.`,
  noInbox: 'IMAP_URL is not set, so whether it arrived cannot be seen',
  noInboxTodo:
    'Where the mail system forwards replies to this machine, look for the letter in its log; or set IMAP_URL and try again.',
  tagged: (seconds, mailbox) =>
    `after ${seconds} s it was in "${mailbox}" with the tag of its reply address: replies will arrive and be known for what they answer`,
  junk: (seconds, mailbox) => `after ${seconds} s it was there, but in the junk folder "${mailbox}"`,
  junkTodo: 'Nobody fetches mail from there: have the admin let mail to the reply addresses pass as no junk.',
  untagged: (seconds, mailbox, to) =>
    `after ${seconds} s it was in "${mailbox}", but without the tag of its reply address (its recipient is ${to.length === 0 ? 'empty' : to.join(', ')})`,
  untaggedTodo:
    'Replies can be known only by the tag in their subject and by who sent them, and doubtful ones are held: have the admin keep recipients as they are, or write Delivered-To or X-Original-To.',
  returned: (seconds, status, to) => `after ${seconds} s it was returned: ${to.join(', ')} not reached (${status})`,
  notArrived: (seconds, address) => `it did not come within ${seconds} s: nobody knows where mail to ${address} goes`,
  refused: (address, answer) => `the mail server does not take mail to ${address}: ${answer}`,
  wayTodo: (domain) =>
    `Each letter has a reply address of its own, all of them begin with reply+. Have the admin do one of two things: allow plus addressing for the user reply and deliver it to the mailbox, or collect all mail for ${domain} in the mailbox (catch-all). Then try again; where mail is slow, with --wait 300.`,
  addressTodo: 'Check the address, or try another one.',
  leftover: 'the mailbox cannot be looked into, so no trial letter was sent',
  subject: 'Trial letter of Shuangyue, no reply needed',
  lines: [
    'This is a trial letter, sent by shuangyue doctor --send-test, to see whether letters leave and whether mail to a reply address comes back into the mailbox of the office.',
    'There is nothing to reply and nothing to do. Doctor removes it when it is seen; if it is still here, delete it.',
  ],
};

export const trialWords = { zh: chinese, en: english };
