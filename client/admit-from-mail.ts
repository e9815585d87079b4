import { admitFile, type Admission } from '../mail/inspect/admit-file.js';
import type { MailAttachment } from '../mail/read/sort-parts.js';
import { guardWorkbook } from '../sheets/guard/guard-workbook.js';
import { SheetRefused } from '../sheets/sheet-refused.js';

/** A spreadsheet passes the same guard as one that is read; any other file is known by its name and first bytes. */
export function admitFromMail(file: MailAttachment): Admission {
  const admission = admitFile(file);
  if (!admission.accepted || !/\.(xlsx|xls|et|ett)$/i.test(file.name)) return admission;
  try {
    guardWorkbook(file.content);
    return admission;
  } catch (error) {
    if (error instanceof SheetRefused) return { accepted: false, reason: error.message };
    throw error;
  }
}
