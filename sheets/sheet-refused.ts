/** Why a file is not read as a workbook. */
export type RefusalCode =
  | 'too-large'
  | 'old-format'
  | 'not-a-workbook'
  | 'damaged'
  | 'bomb'
  | 'names'
  | 'active-content'
  | 'external-link'
  | 'entity'
  | 'encrypted'
  | 'dimensions'
  | 'unreadable'
  | 'too-slow';

/** A file that must not or cannot be read as a workbook; the message is one Chinese sentence for whoever sent it. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused';
  constructor(
    readonly code: RefusalCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const advice = '请用 Excel 或 WPS 打开核对，把需要的内容复制到新建的工作簿，另存为 .xlsx 后再试';

/** A refusal that names its reason; what to do is the same for most. */
export function refused(code: RefusalCode, reason: string, whatToDo = advice): SheetRefused {
  return new SheetRefused(code, `${reason}；${whatToDo}。`);
}
