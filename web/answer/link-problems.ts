import { problemPage } from '../problem-page.js';
import type { WebContext } from '../web-env.js';

export function forgedLink(c: WebContext): Response | Promise<Response> {
  return c.html(
    problemPage({
      title: '这个填报链接打不开',
      what: '链接不完整，或者不是由本系统发出的，因此没有可显示的内容。',
      where: '填报链接',
      expected: '应为调度邮件中给出的完整链接，每个单位每期一个。',
      todo: '请从邮件中重新打开（链接太长时可能被截断，请完整复制到地址栏）；也可以直接回复邮件报送。',
    }),
    404,
  );
}

export function revokedLink(c: WebContext, why: string): Response | Promise<Response> {
  return c.html(
    problemPage({
      title: '这个填报链接已经停用',
      what: why,
      where: '填报链接',
      expected: '应使用最近一封调度邮件中的链接。',
      todo: '请打开最近一封邮件中的链接；没有收到的，请回复邮件或电话联系发函单位。',
    }),
    410,
  );
}

/** What was typed may still be told by mail, which never expires. */
export function expiredLink(c: WebContext, closedOn: string): Response | Promise<Response> {
  return c.html(
    problemPage({
      title: '这个填报链接已经到期',
      what: `本期调度已于${closedOn}关闭，链接随之停用；已报内容均已留存。`,
      where: '填报链接',
      expected: '链接在本期关闭后一日内有效。',
      todo: '需要补报或更正的，请直接回复这一期的调度邮件，将登记为关闭后补报；下一期请用新邮件中的链接。',
    }),
    410,
  );
}

export function tooManyVisits(c: WebContext): Response | Promise<Response> {
  c.header('Retry-After', '60');
  return c.html(
    problemPage({
      title: '打开得太频繁',
      what: '短时间内请求过多，这一次没有处理。',
      where: '邮件中的链接',
      expected: '正常打开和提交不受影响。',
      todo: '请等一分钟后再打开；已经提交并看到结果的无需重复提交。',
    }),
    429,
  );
}
