/** Which mail program a department writes with. */
export const quoteStyles = ['qq', 'netease', 'outlook', 'foxmail'] as const;
export type QuoteStyle = (typeof quoteStyles)[number];

export interface QuotedLetter {
  readonly fromName: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** `YYYY-MM-DD HH:mm:ss` on the wall. */
  readonly at: string;
  readonly text: string;
}

/** The letter below its answer, as that mail program cites it; intake must cut exactly this away. */
export function quoteLetter(style: QuoteStyle, letter: QuotedLetter): string {
  const { fromName, from, to, subject, at, text } = letter;
  const marked = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  switch (style) {
    case 'qq':
      return [
        '------------------ 原始邮件 ------------------',
        `发件人: "${fromName}" <${from}>;`,
        `发送时间: ${at}`,
        `收件人: "${to}"<${to}>;`,
        `主题: ${subject}`,
        '',
        text.trimEnd(),
      ].join('\n');
    case 'netease':
      return `在 ${at}，"${fromName}" <${from}> 写道：\n\n${marked}`;
    case 'outlook':
      return [
        '________________________________',
        `发件人: ${fromName} <${from}>`,
        `发送时间: ${at}`,
        `收件人: ${to}`,
        `主题: ${subject}`,
        '',
        text.trimEnd(),
      ].join('\n');
    case 'foxmail':
      return [
        `发件人： ${fromName} <${from}>`,
        `发送时间： ${at.slice(0, 16)}`,
        `收件人： ${to}`,
        `主题： ${subject}`,
        '',
        text.trimEnd(),
      ].join('\n');
  }
}
