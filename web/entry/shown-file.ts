import type { WordDocument } from '../../documents/read/word-document.js';

/** One file of a mail, as far as it can be shown beside the form. */
export type ShownFile = FileHead &
  (
    | { readonly kind: 'words'; readonly blocks: WordDocument['blocks']; readonly unread: readonly string[] }
    | { readonly kind: 'table'; readonly sheets: readonly ShownSheet[] }
    /** By the browser itself. */
    | { readonly kind: 'pdf' | 'picture' }
    | { readonly kind: 'saved'; readonly why: string }
  );

export interface FileHead {
  readonly index: number;
  readonly name: string;
  readonly bytes: number;
}

export interface ShownSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows that are not shown. */
  readonly more: number;
}
