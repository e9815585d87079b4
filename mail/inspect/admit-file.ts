import type { MailAttachment } from '../read/sort-parts.js';

export interface Admission {
  readonly accepted: boolean;
  /** A Chinese sentence: why it is not accepted, or what is to be known of one that is. */
  readonly reason: string | null;
}

export type Admit = (file: MailAttachment) => Admission;

const mostBytes = 25 * 1024 * 1024;
const programs =
  /\.(exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|jar|lnk|reg|dll|cpl|chm|apk|sh|iso|img|vhd|url|scf)\.?$/i;
const macros = /\.(xlsm|xlsb|xltm|xlam|docm|dotm|pptm|potm|ppam|ppsm)$/i;
const usual =
  /\.(xlsx|xls|et|ett|csv|docx?|wpt|wps|rtf|txt|pptx?|dps|pdf|ofd|jpe?g|png|gif|bmp|tiff?|heic|webp|zip|rar|7z|eml|html?|ics|vcf|xml|json|msg)$/i;
const usualTypes = /^(image|text|message)\/|^application\/(pdf|ofd|pgp-signature|(x-)?pkcs7-signature|ms-tnef)$/;

/** Whether a file of a mail is taken for what it is; the original is kept either way. */
export function admitFile({ name, bytes, content, contentType, inline }: MailAttachment): Admission {
  if (bytes > mostBytes) return refused(`文件有 ${bytes} 字节，应不超过 ${mostBytes} 字节`);
  if (programs.test(name) || isProgram(content)) return refused('程序或脚本，不打开');
  if (macros.test(name)) return refused('启用宏的文件，请另存为普通格式后再交');
  if (isLockedZip(content)) return refused('加了密码的压缩包，请解密后再交');
  if (inline) return { accepted: true, reason: '正文里的图片，不算报送材料' };
  if (usual.test(name) || usualTypes.test(contentType)) return { accepted: true, reason: null };
  return refused('不认得的文件种类，请交 .xlsx、.docx、.pdf 或图片');
}

const refused = (reason: string): Admission => ({ accepted: false, reason: `${reason}。` });

function isProgram(content: Buffer): boolean {
  const head = content.toString('latin1', 0, 4);
  return /^(MZ|\x7fELF|#!\/|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe)/.test(head);
}

/** The first bit of an entry's flags: it is encrypted. */
function isLockedZip(content: Buffer): boolean {
  return content.length > 30 && content.readUInt32LE(0) === 0x04034b50 && (content.readUInt16LE(6) & 1) === 1;
}
