/** A letter's own HTML for the sandboxed frame: links open in new tabs; the reply's policy keeps the rest out. */
export function letterBody(markup: string): string {
  // First, so that a `base` of the letter's own cannot come before it.
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><base target="_blank"><meta name="viewport" content="width=device-width, initial-scale=1"><style>body{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;line-height:1.7;margin:14px;word-break:break-word}</style></head><body>${innerMarkup(markup)}</body></html>`;
}

/** The letter's document without its outer frame; its style elements stay. */
export function innerMarkup(markup: string): string {
  return markup
    .replaceAll(/<title\b[^>]*>[\s\S]*?<\/title>/gi, '')
    .replaceAll(/<!doctype[^>]*>|<\/?(?:html|body|head|base|meta|link|title)\b[^>]*>/gi, '');
}
