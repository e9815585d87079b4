import { Readable } from 'node:stream';
import { types } from 'node:util';
import { createTransport, type SMTPPoolOptions, type SMTPPoolSentMessageInfo } from 'nodemailer';
import { classifyFailure, type MailError, type MailFailure } from './failure.js';
import { createPace, type Turn } from './pace.js';
import { type DkimKey, dkimSigner } from './sign-dkim.js';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** One recipient the server did not take while it took the letter for others. */
export interface Refusal {
  readonly address: string;
  readonly kind: MailFailure['kind'];
  readonly reason: string;
}

export interface Delivery {
  readonly accepted: readonly string[];
  readonly refused: readonly Refusal[];
  readonly response: string;
}

export interface SealedMail {
  readonly raw: Buffer;
  readonly envelope: Envelope;
  /** Taken before; without one the postbox waits for it. */
  readonly turn?: Turn;
}

export interface Postbox {
  /** Throws when nobody accepted the letter; `classifyFailure` says what the error means. */
  readonly deliver: (mail: SealedMail) => Promise<Delivery>;
  /** Leave to send a letter, for who has something to do just before; absent where the relay allows any number. */
  readonly turn?: (signal?: AbortSignal) => Promise<Turn>;
  readonly close: () => void;
}

export type PostboxAddress = { readonly url: string } | { readonly host: string; readonly port: number };

export type PostboxSettings = PostboxAddress & {
  /** Connections held open at most, 4 to 8. */
  readonly pool?: number;
  /** Silence after which an attempt is given up. */
  readonly silenceMs?: number;
  /** Letters a minute that the relay allows. */
  readonly perMinute?: number;
  readonly dkim?: DkimKey;
  /** Certificates that are trusted, PEM; absent means the well-known ones. */
  readonly ca?: readonly string[];
};

const options = (settings: PostboxSettings): SMTPPoolOptions & { pool: true } => ({
  ...('url' in settings ? { url: settings.url } : { host: settings.host, port: settings.port, secure: false }),
  pool: true,
  maxConnections: Math.min(8, Math.max(1, settings.pool ?? 6)),
  maxMessages: 1_000,
  connectionTimeout: settings.silenceMs ?? 20_000,
  greetingTimeout: settings.silenceMs ?? 20_000,
  socketTimeout: settings.silenceMs ?? 60_000,
  socketCloseTimeout: 500,
  // The office's own attempts are recorded; hidden ones inside the client are not wanted.
  maxRequeues: 1,
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(settings.ca && { tls: { ca: [...settings.ca] } }),
});

const pieceBytes = 32 * 1024;

interface Passage {
  handedOver: boolean;
}

/** In pieces, or a long letter would count as handed over while most of it still waits for the socket. */
function* pieces(raw: Buffer): Generator<Buffer> {
  for (let start = 0; start < raw.length; start += pieceBytes) yield raw.subarray(start, start + pieceBytes);
}

/**
 * A stream that is read only once DATA was answered with 354. Its end is when the client writes the final dot, so
 * `handedOver` is false as long as the server certainly cannot have accepted the letter.
 */
const watchedStream = (raw: Buffer, passage: Passage): Readable =>
  Readable.from(pieces(raw)).once('end', () => {
    passage.handedOver = true;
  });

const refusal = (error: MailError & { readonly recipient?: string | undefined }): Refusal => ({
  address: error.recipient ?? '',
  ...classifyFailure(error),
});

const delivery = (info: SMTPPoolSentMessageInfo): Delivery => ({
  accepted: info.accepted.map(String),
  refused: (info.rejectedErrors ?? []).map(refusal),
  response: info.response,
});

/** Servers lock out who knocks on with a wrong password, as a dozen letters at once would. */
const lockoutMs = 60_000;

/** Sends finished bytes as they are, signed where a key is given, over a few connections that stay open. */
export const createPostbox = (settings: PostboxSettings): Postbox => {
  const transport = createTransport(options(settings));
  const passages = new WeakMap<Buffer, Passage>();
  const sign = settings.dkim ? dkimSigner(settings.dkim) : undefined;
  const pace = settings.perMinute === undefined ? undefined : createPace(settings.perMinute);
  let lockedOut: { readonly error: Error; readonly until: number } | undefined;
  transport.use('stream', (mail, done) => {
    const raw = mail.data.raw as Buffer;
    const passage = passages.get(raw);
    if (passage) mail.message.createReadStream = () => watchedStream(raw, passage);
    done();
  });
  const hand = async (raw: Buffer, { from, to }: Envelope): Promise<Delivery> => {
    const passage: Passage = { handedOver: false };
    passages.set(raw, passage);
    try {
      return delivery(await transport.sendMail({ raw, envelope: { from, to: [...to] } }));
    } catch (error) {
      const failed = Object.assign(types.isNativeError(error) ? error : new Error(String(error)), passage);
      if (classifyFailure(failed).trouble?.kind === 'password')
        lockedOut = { error: failed, until: Date.now() + lockoutMs };
      throw failed;
    }
  };
  let first: Promise<Delivery> | undefined;
  /** The first letter finds out whether the password is taken; the others wait for what it finds. */
  const handInTurn = async (raw: Buffer, envelope: Envelope): Promise<Delivery> => {
    for (let known: typeof first; known !== first;) {
      known = first;
      await known?.catch(() => undefined);
    }
    if (lockedOut) {
      if (Date.now() < lockedOut.until) throw lockedOut.error;
      [lockedOut, first] = [undefined, undefined];
    }
    if (first) return hand(raw, envelope);
    first = hand(raw, envelope);
    return first;
  };
  return {
    ...(pace && { turn: pace.turn }),
    deliver: async ({ raw: bytes, envelope, turn: taken }) => {
      const turn = taken ?? (await pace?.turn());
      try {
        if (lockedOut && Date.now() < lockedOut.until) throw lockedOut.error;
        return await handInTurn(
          sign ? await sign(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
          envelope,
        );
      } finally {
        turn?.over();
      }
    },
    close: () => transport.close(),
  };
};
