/** Where a change of a post came from: ordered by a coordinator, entered on the liaison's page, read from a reply. */
export type ChangeSource = 'coordinator' | 'page' | 'reply';

/** `held` waits for a coordinator's yes; `asked` only for its desk to write it. */
export type ChangeState = 'asked' | 'held' | 'applied' | 'refused';
