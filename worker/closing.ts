interface Closable {
  readonly close: () => unknown;
}

/** What was opened is closed in the opposite order, once, all of it even when one part fails. */
export class Closing {
  readonly #open: Closable[] = [];

  later<T extends Closable>(part: T): T {
    this.#open.push(part);
    return part;
  }

  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (let part = this.#open.pop(); part; part = this.#open.pop()) {
      try {
        await part.close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
