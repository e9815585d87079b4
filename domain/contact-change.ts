import { chineseDay } from './chinese-date.js';
import { postNames } from './post-names.js';
import type { PostKind } from './register.js';

/** Where a change of a post came from: ordered by a coordinator, entered on the liaison's page, read from a reply. */
export type ChangeSource = 'coordinator' | 'page' | 'reply';

/** `held` waits for a coordinator's yes; `asked` only for its desk to write it. */
export type ChangeState = 'asked' | 'held' | 'applied' | 'refused';

export interface HandOver {
  /** The post of who holds the page's link, and its address. */
  readonly own: { readonly post: PostKind; readonly email: string };
  readonly post: PostKind;
  readonly email: string;
  /** Days, `YYYY-MM-DD`, in the campaign's zone. */
  readonly from: string;
  readonly today: string;
  /** Short names of other parties whose address this is. */
  readonly elsewhere: readonly string[];
}

/** Anybody gets an address there, so its domain says nothing about an office. */
const publicDomains: readonly string[] =
  'qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn wo.cn 21cn.com aliyun.com gmail.com outlook.com hotmail.com live.com icloud.com'.split(
    ' ',
  );

/**
 * Why a hand-over entered on a liaison's page waits for a coordinator: Chinese sentences, none where it may be applied at
 * once. A leaked link may then redirect letters to nobody but a colleague's mailbox (docs/decisions, contacts).
 */
export function handOverDoubts({ own, post, email, from, today, elsewhere }: HandOver): readonly string[] {
  const domain = domainOf(own.email);
  const doubts = [
    post !== own.post && `所改的${postNames[post]}不是链接持有人（${postNames[own.post]}）本人的岗位`,
    domainOf(email) !== domain && `新邮箱不在原邮箱的域名 ${domain} 之下`,
    domainOf(email) === domain && publicDomains.includes(domain) && `${domain} 是公用邮箱，域名不能说明属于该单位`,
    elsewhere.length > 0 && `新邮箱已登记在${elsewhere.join('、')}`,
    from > today && `请求自${chineseDay(from)}起变更，尚未到期`,
  ];
  return doubts.filter((doubt) => doubt !== false);
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
