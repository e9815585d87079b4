import type { Deps } from './deps.js';
import { type Watched, watchMailbox } from './mailbox/watch-mailbox.js';

export function createMailboxActivities(deps: Deps) {
  return {
    watchMailbox: (mailbox: { readonly account: string }): Promise<Watched> => watchMailbox(deps, mailbox),
  };
}
