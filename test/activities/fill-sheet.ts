import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { type OpenColumn, sheetColumns } from '../../sheets/answer-sheet/columns.js';
import { decodeWorkbook } from '../../sheets/decode-workbook.js';
import type { MailAttachment } from '../../mail/read/sort-parts.js';

export type Cells = Readonly<Partial<Record<OpenColumn, string | number>>>;

/** A sheet filled in by row, and saved by a program that keeps values alone. */
export async function fillSheet(
  sheet: Uint8Array,
  filled: Readonly<Record<number, Cells>>,
  seal = (token: string) => token,
): Promise<Buffer> {
  const { sheets } = await decodeWorkbook(sheet);
  const written = sheets.map(({ name, hidden, rows }) => ({
    name,
    hidden,
    rows: rows.map((row, at) =>
      sheetColumns.map(({ key }, column): CellValue => {
        const value = row[column]?.value ?? null;
        if (hidden) return at === 1 && typeof value === 'string' ? seal(value) : value;
        return filled[at + 1]?.[key as OpenColumn] ?? value;
      }),
    ),
  }));
  return Buffer.from(await writeXlsx({ sheets: written }));
}

export interface File {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A mail's body and headers with files. */
export function withFiles(text: string, files: readonly File[]): { readonly headers: string[]; readonly text: string } {
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
    ...files.map(({ name, content }) =>
      [
        `Content-Type: application/octet-stream; name="=?utf-8?B?${Buffer.from(name).toString('base64')}?="`,
        'Content-Disposition: attachment',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(content).toString('base64').replaceAll(/.{76}/gu, '$&\r\n'),
      ].join('\r\n'),
    ),
  ];
  return {
    headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="sheet-of-a-test"'],
    text: [...parts.map((part) => `--sheet-of-a-test\r\n${part}`), '--sheet-of-a-test--\r\n'].join('\r\n'),
  };
}

export const sheetOf = ({ attachments }: { readonly attachments: readonly MailAttachment[] }): Uint8Array => {
  const [sheet] = attachments;
  if (sheet === undefined) throw new Error('the letter carries no sheet');
  return sheet.content;
};
