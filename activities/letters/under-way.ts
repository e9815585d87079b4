import type { Refusal } from '../../mail/send/postbox.js';
import type { Deps } from '../deps.js';

/** What became of a letter's bytes; one without a fate was certainly not handed over. */
export type Fate = { readonly kind: 'accepted'; readonly refused: readonly Refusal[] } | { readonly kind: 'uncertain' };

interface Memory {
  readonly underWay: Map<number, Promise<unknown>>;
  readonly fates: Map<number, Fate>;
}

/** A server that restarts takes the record away in the middle of a letter: until it is back this process alone knows. */
const memories = new WeakMap<Deps, Memory>();

export function fateOf(deps: Deps, letter: number): Fate | undefined {
  return memoryOf(deps).fates.get(letter);
}

/** Kept until the record has it. */
export function rememberFate(deps: Deps, letter: number, fate: Fate): void {
  memoryOf(deps).fates.set(letter, fate);
}

export function forgetFate(deps: Deps, letter: number): void {
  memoryOf(deps).fates.delete(letter);
}

/** Who asks for a letter that this process is sending already gets the outcome of that, failure included. */
export function oneAtATime<Result>(deps: Deps, letter: number, send: () => Promise<Result>): Promise<Result> {
  const { underWay } = memoryOf(deps);
  const others = underWay.get(letter) as Promise<Result> | undefined;
  if (others) return others;
  const own = send().finally(() => underWay.delete(letter));
  underWay.set(letter, own);
  return own;
}

function memoryOf(deps: Deps): Memory {
  const memory = memories.get(deps) ?? { underWay: new Map(), fates: new Map() };
  memories.set(deps, memory);
  return memory;
}
