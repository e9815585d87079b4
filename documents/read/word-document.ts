export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Names of the bookmarks that cover it, or a part of it. */
  readonly bookmarks: readonly string[];
}

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
}

export interface WordComment {
  readonly author: string;
  readonly text: string;
  /** The paragraph it was written at. */
  readonly at: string;
}

/** A document as its reader sees it, all changes accepted. */
export interface WordDocument {
  readonly blocks: readonly (WordParagraph | WordTable)[];
  readonly properties: Readonly<Record<string, string>>;
  readonly comments: readonly WordComment[];
  /** Tracked changes that were taken as accepted. */
  readonly inserted: number;
  readonly deleted: number;
  /** What holds words that are not read, in Chinese: 文本框, 脚注. */
  readonly unread: readonly string[];
}
