/** A finished letter. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly LetterAttachment[];
}

export interface LetterAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Buffer;
}

export interface Column {
  readonly label: string;
  /** Share of the page's width in the HTML table. */
  readonly width?: number;
  readonly align?: 'left' | 'center';
  /** Never broken over two lines. */
  readonly whole?: boolean;
  /** A long text: in the plain letter it takes its own line below the row. */
  readonly long?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string; readonly note: string }
  | { readonly kind: 'inset'; readonly html: string; readonly text: string }
  | Table;

/** A letter before it is set as text and as HTML: both say the same because both are set from this. */
export interface Draft {
  readonly subject: string;
  readonly issuer: string;
  /** Centred above the salutation; a 督办函 and a report have one. */
  readonly title?: string;
  /** 文号 and 签发人 above the title's rule. */
  readonly documentNo?: string;
  readonly signedBy?: string;
  readonly salutation?: string;
  /** How to answer in the body; a letter without it cannot be answered and has no marker line. */
  readonly howToReply?: string;
  readonly blocks: readonly Block[];
  /** The date under the issuer's name; absent where a letter is not signed. */
  readonly date?: string;
  readonly sealed?: boolean;
  readonly foot: readonly string[];
}

export const paragraph = (...sentences: readonly (string | false | undefined)[]): Block => ({
  kind: 'paragraph',
  text: sentences.filter(Boolean).join(''),
});

/** Blocks without content vanish, columns without a value too. */
export const presentBlocks = (blocks: readonly (Block | false | undefined)[]): readonly Block[] =>
  blocks.filter((block): block is Block => Boolean(block) && !isEmpty(block as Block));

const isEmpty = (block: Block): boolean => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.text === '';
    case 'lines':
      return block.lines.length === 0;
    case 'link':
      return block.url === '';
    case 'inset':
      return block.html === '';
    case 'table':
      return block.rows.length === 0;
  }
};

/** A column in which no row has a value is left out; a missing value in a kept one prints as a dash. */
export const filledColumns = ({ columns, rows }: Table): Pick<Table, 'columns' | 'rows'> => {
  const kept = columns.flatMap((_, i) => (rows.some((row) => row[i]) ? [i] : []));
  return {
    columns: columns.filter((_, i) => kept.includes(i)),
    rows: rows.map((row) => kept.map((i) => row[i] || '—')),
  };
};
