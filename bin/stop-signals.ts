export interface StopSignals {
  /** Aborted by the first Ctrl-C, SIGTERM, or a terminal that went away. */
  readonly asked: AbortSignal;
  readonly release: () => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm passes the terminal's Ctrl-C on, so that one comes as two within milliseconds. */
const sameKeyMs = 700;

/** The first signal asks; a second one, from a person who will not wait, insists. */
export function watchStopSignals(insisted: () => void): StopSignals {
  const asking = new AbortController();
  let askedAt: number | undefined;
  const onSignal = () => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      asking.abort();
    } else if (Date.now() - askedAt > sameKeyMs) insisted();
  };
  for (const name of signals) process.on(name, onSignal);
  return {
    asked: asking.signal,
    release: () => {
      for (const name of signals) process.off(name, onSignal);
    },
  };
}
