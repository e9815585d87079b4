import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { HolidayData } from '../domain/cadence.js';
import type { Archive } from '../mail/imap/archive.js';
import type { Mailbox } from '../mail/imap/mailbox.js';
import type { Postbox } from '../mail/send/postbox.js';
import type { FileStore } from '../record/files.js';
import type { Schema } from '../record/schema.js';

/** What the activities work with; made by the worker, faked by nobody: tests bring the real things in small. */
export interface Deps {
  readonly db: Kysely<Schema>;
  readonly files: FileStore;
  readonly client: Client;
  readonly postbox: Postbox;
  /** Gets a copy of every letter and can be asked for it; absent when the office keeps none. */
  readonly archive?: Archive;
  /** The mailbox that answers arrive in; absent when none is watched. */
  readonly mailbox?: Mailbox;
  readonly holidays: HolidayData;
  readonly office: OfficeAddress;
  /** Names this process: a letter that an ended one was sending was interrupted. */
  readonly bootId: string;
  /** Aborted when this process is about to stop; absent where nobody waits for it. */
  readonly closing?: AbortSignal;
  /** Whether the process of that boot id has ended; absent where no other can share the record. */
  readonly hasEnded?: (bootId: string) => Promise<boolean>;
  /** Where bulletins and histories are laid down for people. */
  readonly outFolder: string;
  /** The clock, for `sentAt` and `receivedAt` alone. */
  readonly now: () => Date;
}

export interface OfficeAddress {
  /** Domain of our reply addresses. */
  readonly domain: string;
  /** What stands in From. */
  readonly from: string;
  /** What our own server calls itself in Authentication-Results; absent: its findings are not known. */
  readonly authservId?: string;
  /** Where the form is reached from outside. */
  readonly publicUrl: string;
  /** Archive mailbox that gets a blind copy of every letter; absent when the office keeps none. */
  readonly archive?: string;
  /** Signs reply tokens and links. */
  readonly secret: string;
}
