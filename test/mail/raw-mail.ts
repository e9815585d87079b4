import iconv from 'iconv-lite';

/** A raw mail from header lines and a body; `charset` is that of the bytes, not of any label. */
export function rawMail(headers: readonly string[], body: string, charset = 'utf-8'): Buffer {
  return iconv.encode(`${headers.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`, charset);
}

export const plainHeaders = [
  'From: =?utf-8?B?5byg5LiJ?= <zhangsan@gxt.example.cn>',
  'To: reply+abcdefghijkl2345abcdefghijkl@zqb.example.cn',
  'Subject: =?utf-8?B?5Zue5aSN?=',
  'Message-ID: <1@gxt.example.cn>',
  'Date: Mon, 20 Apr 2026 10:00:00 +0800',
  'Content-Type: text/plain; charset=utf-8',
] as const;
