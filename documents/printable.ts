/** Characters that XML cannot hold would make the whole document unreadable; parties paste them now and then. */
const unprintable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

export function printable(text: string): string {
  return text.replaceAll(unprintable, '');
}
