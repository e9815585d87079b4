/** Leave to send one letter. */
export interface Turn {
  /** The letter has been given to the relay, or the attempt is over. */
  readonly over: () => void;
  /** Nothing was sent after all: another letter may have it. */
  readonly giveBack: () => void;
}

/** No more letters in any minute than the relay allows. */
export interface Pace {
  /** Waits for it, first come, first served; rejects with the signal's reason. */
  readonly turn: (signal?: AbortSignal) => Promise<Turn>;
}

interface Waiting {
  readonly go: (turn: Turn) => void;
}

/**
 * A place is taken before a letter's first byte leaves and free again a minute after its last reply came. What the relay
 * counts lies in between, so that no minute of its clock holds more than `letters`, wherever it begins.
 */
export function createPace(letters: number, perMs = 60_000): Pace {
  let free = letters;
  const waiting: Waiting[] = [];
  const release = () => {
    free += 1;
    serve();
  };
  const serve = () => {
    while (free > 0 && waiting.length > 0) {
      free -= 1;
      waiting.shift()?.go(turn());
    }
  };
  const turn = (): Turn => {
    let isOpen = true;
    const end = (how: () => void) => () => {
      if (isOpen) how();
      isOpen = false;
    };
    return { over: end(() => void setTimeout(release, perMs).unref()), giveBack: end(release) };
  };
  return {
    turn: (signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const leave = () => {
          const at = waiting.indexOf(mine);
          if (at >= 0) waiting.splice(at, 1);
          reject(signal?.reason);
        };
        const mine: Waiting = {
          go: (given) => {
            signal?.removeEventListener('abort', leave);
            resolve(given);
          },
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.push(mine);
        serve();
      }),
  };
}
