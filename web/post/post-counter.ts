/** What the post office shows over its counter. */
export interface Mailbox {
  readonly address: string;
  readonly count: number;
  readonly unread: number;
  /** Empty while there is no letter. */
  readonly newestAt: string;
}

export interface Holder {
  readonly address: string;
  /** What the mailboxes are grouped by: a party's short name, or the office's. */
  readonly unit: string;
  /** 联络员A, 分管负责人 … */
  readonly post: string;
}

export interface LetterLine {
  readonly id: string;
  /** As the header prints it: `"名称" <address>`. */
  readonly from: string;
  readonly subject: string;
  readonly receivedAt: string;
  readonly unread: boolean;
}

export interface OpenedLetter {
  readonly receivedAt: string;
  readonly raw: Buffer;
}
