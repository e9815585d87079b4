import { isGivenUp, isLate } from './bounce-words.js';
import { statusOf } from './delivery-report.js';

export interface Fate {
  readonly status: string;
  readonly permanent: boolean;
}

/** What a reply of three digits may be, where a server's words stand around it: years, sums and telephones are not. */
const replyCode =
  /(?:^|[\s:："'“(（[<#>=])(4(?:2[12]|3[012]|4[1-9]|5[0-4]|71|72)|5(?:0[0-5]|1[0-3]|2[1345]|3[0458]|4[0-9]|5[0-9]|7[0-9]|81|82|98))(?=[ \-:：;,#)）\]]|$)/m;

/** From the particular to the general: the first that is said. */
const causes: readonly (readonly [RegExp, string])[] = [
  [/(邮箱|空间|容量|信箱).{0,8}(已满|不足|超|满了)|over ?quota|quota (exceed|is full)|exceed\w* .{0,30}(quota|storage)|(mailbox|mailfolder|inbox|account|mail ?box).{0,30}(is |are )?(full|exceed)|not enough (space|storage)|space not enough|insufficient (disk|storage)|boîte.{0,20}pleine|postfach.{0,20}voll/i, '5.2.2'],
  [/(邮件|附件|信件).{0,8}(过大|太大|超过)|(message|mail|attachment).{0,40}(too (large|big)|exceed\w*.{0,30}(size|limit|maximum))|size limit|maximum (incoming )?message size/i, '5.3.4'],
  [/(域名|主机|服务器).{0,8}(不存在|找不到|无法解析|错误)|(domain|host)( name)?.{0,30}(does(n't| not) exist|not (found|exist)|unknown|invalid|lookup)|(unknown|invalid|no such|illegal|bad) (host|domain)|unrouteable|unroutable|couldn't find any host|name (service|server) error|host unknown|bad destination/i, '5.1.2'],
  [/不存在|找不到.{0,8}(用户|收件人|邮箱|地址)|查无此人|无此用户|(user|recipient|mailbox|address|account|name|local[ -]?part|alias|person)( name| address)?:?.{0,40}(unknown|not (found|exist|recognized|known|listed|valid|a valid|have an account)|does(n't| not) (exist|have)|could not be found|no longer|couldn't be found|unable to find|isn't|is not)|(no such|unknown|invalid|not a (known|valid)|couldn't find|not our|no (valid|matches)).{0,24}(user|recipient|mailbox|address|account|person|local|customer|name|query)|no mailbox here|doesn't have an? .{0,20}account|did not exactly match|utilisateur inconnu|empfänger.{0,20}(unbekannt|nicht gefunden)|пользователь.{0,20}не найден|宛先.{0,20}(不明|ありません|見つか)/i, '5.1.1'],
  [/(帐号|账号|账户|邮箱|用户).{0,8}(停用|禁用|冻结|锁定|注销|休眠)|(account|mailbox|user|recipient|address).{0,30}(disabled|inactive|suspended|deactivated|closed|locked|not active|expired)/i, '5.2.1'],
  [/too many hops|mail loop|routing loop|loop(s|ing)? (back|detected)|hop count/i, '5.4.6'],
  [/拒绝|拒收|垃圾|黑名单|spam|blacklist|blocked|block list|policy|denied|not (allowed|permitted|accepting)|refused|rejected|virus|relay/i, '5.7.1'],
  [/in the queue too long|timed? ?out|expired|not been collected|maximum delivery attempts|unable to (connect|establish)|did not respond|超时|无法连接/i, '5.4.7'],
]; // prettier-ignore

/** The status that a notice in words gives or means, and whether the server has given up. */
export function fateIn(subject: string, notice: string): Fate {
  const words = `${subject}\n${notice}`;
  const said = statusOf(notice) ?? statusOf(subject) ?? byReply(notice);
  if (isLate.test(words) && !isGivenUp.test(words) && !said?.startsWith('5')) {
    return { status: said ?? '4.0.0', permanent: false };
  }
  if (isLate.test(subject) && !isGivenUp.test(subject)) {
    return { status: said?.startsWith('4') ? said : '4.0.0', permanent: false };
  }
  const status = said ?? causes.find(([cause]) => cause.test(words))?.[1] ?? '5.0.0';
  return { status, permanent: status.startsWith('5') || isGivenUp.test(words) };
}

function byReply(notice: string): string | undefined {
  const code = replyCode.exec(notice)?.[1];
  if (code === undefined) return undefined;
  const cause = causes.find(([shape]) => shape.test(notice))?.[1];
  return cause === undefined ? `${code[0]}.0.0` : `${code[0]}${cause.slice(1)}`;
}
