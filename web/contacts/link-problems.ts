import { problemPage } from '../problem-page.js';
import type { WebContext } from '../web-env.js';

export function forgedContactsLink(c: WebContext): Response | Promise<Response> {
  return c.html(
    problemPage({
      title: '这个确认链接打不开',
      what: '链接不完整，或者不是由本系统发出的，因此没有可显示的内容。',
      where: '联络员确认链接',
      expected: '应为邮件中给出的完整链接。',
      todo: '请从邮件中重新打开（链接太长时可能被截断，请完整复制到地址栏）；也可以直接回复邮件“联络员变更：姓名、职务、电话、邮箱”。',
    }),
    404,
  );
}

export function closedContactsLink(c: WebContext, why: string): Response | Promise<Response> {
  return c.html(
    problemPage({
      title: '这个确认链接已经停用',
      what: why,
      where: '联络员确认链接',
      expected: '链接在有效期内、且登记的联络员未变更时可用。',
      todo: '刚由您提交变更的，即为已经生效，无需再办；仍需变更的，请回复最近一封邮件“联络员变更：姓名、职务、电话、邮箱”，或电话联系发函单位。',
    }),
    410,
  );
}
