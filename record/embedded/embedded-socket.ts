import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

/**
 * The embedded database as the socket that `pg` expects of a server: what is written is carried out, what the database
 * says to it can be read. Whatever is written together, as the five messages that make up a statement, goes as one:
 * a third less time, and after an error the rest of its statement is passed over, as the protocol wants it.
 */
export class EmbeddedSocket extends Duplex {
  readonly #lite: PGlite;

  constructor(lite: PGlite) {
    super();
    this.#lite = lite;
  }

  connect(): this {
    this.#lite.waitReady.then(
      () => this.emit('connect'),
      (error: unknown) => this.destroy(asError(error)),
    );
    return this;
  }

  override _write(message: Buffer, _encoding: BufferEncoding, done: Done): void {
    void this.#carryOut(message, done);
  }

  override _writev(messages: readonly { readonly chunk: Buffer }[], done: Done): void {
    void this.#carryOut(Buffer.concat(messages.map(({ chunk }) => chunk)), done);
  }

  async #carryOut(messages: Buffer, done: Done): Promise<void> {
    try {
      const said: Buffer[] = [];
      // What is said lies in the database's own memory and is overwritten by what it says next.
      await this.#lite.execProtocolRawStream(messages, { onRawData: (bytes) => said.push(Buffer.from(bytes)) });
      this.push(Buffer.concat(said));
      done();
    } catch (error) {
      done(asError(error));
    }
  }

  /** All there is to read is pushed when it is said. */
  override _read(): void {}

  override _final(done: Done): void {
    this.push(null);
    done();
  }

  // What `pg` sets on a socket of the network has no meaning here.
  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

type Done = (error?: Error | null) => void;

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('the embedded database broke off', { cause: error });
