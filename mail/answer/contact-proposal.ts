import { halfWidth } from './half-width.js';

/** Who is to become liaison, as far as the words after “联络员变更：” say it. */
export interface ContactProposal {
  /** “联络员B变更”: which of the two; absent where the words do not say. */
  readonly post?: 'liaison-a' | 'liaison-b';
  /** With the title in brackets, as registers write it: 张三（副处长）. */
  readonly name: string;
  readonly phone?: string;
  readonly email: string;
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const number = /(?:\+?86[- ]?)?(?:\(?0\d{2,3}\)?[- ]?\d{7,8}(?:-\d{1,6})?|1[3-9]\d{9}|\d{7,8})(?!\d)/g;
const labelled = (label: string) => new RegExp(`(?:${label})\\s*[:是为]?\\s*([^\\s、,;。:()]{2,20})`);
const nameLabel = labelled('姓名');
const titleLabel = labelled('职务|职位|职级');
const words =
  /(?:联系|办公|移动)?(?:电话|手机)(?:号码?)?|(?:电子)?(?:邮箱|邮件)(?:地址)?|e-?mail|姓名|职务|职位|职级/gi;
/** “原联络员王五，现联络员张三……”, “由王五变更为张三”: who comes stands behind the last of these. */
const newcomer = /^[\s\S]*(?:(?:现|新)(?:任)?(?:联络员|联系人)?(?:为|是)?|(?:变更|调整|更换|改)(?:为|成))\s*:?\s*/;

/** Undefined unless name and address are both there: half an entry is nobody's to apply. */
export function readContactProposal(text: string, asked?: string): ContactProposal | undefined {
  const said = halfWidth(text).replace(newcomer, '');
  const email = address.exec(said)?.[0].replace(/\.$/, '');
  const rest = said.replace(address, ' ');
  const phones = [...new Set([...rest.matchAll(number)].map(([found]) => found.trim()))];
  const [name, title] = nameAndTitle(rest.replaceAll(number, ' '));
  if (email === undefined || name === undefined) return undefined;
  return {
    ...(asked !== undefined && { post: /[Bb乙]/.test(asked) ? 'liaison-b' : 'liaison-a' }),
    name: title === undefined ? name : `${name}（${title}）`,
    ...(phones.length > 0 && { phone: phones.slice(0, 2).join('、') }),
    email,
  };
}

function nameAndTitle(rest: string): readonly (string | undefined)[] {
  const byLabel = nameLabel.exec(rest)?.[1];
  const titled = titleLabel.exec(rest)?.[1];
  const parts = rest
    .replaceAll(words, ' ')
    .split(/[\s、,;。:/|()<>]+/)
    .filter((part) => /^[\p{Script=Han}A-Za-z·.]{2,20}$/u.test(part));
  const name = byLabel ?? parts.find((part) => /^[\p{Script=Han}·]{2,12}$/u.test(part)) ?? parts[0];
  const title = titled ?? parts.find((part) => part !== name && isTitle.test(part));
  return [name, title];
}

const isTitle = /(?:长|主任|科员|处员|主管|调研员|干部|负责人|秘书|专员|助理|巡视员|工程师|职员|主席|书记)$/;
