import { searchAttributes } from '../workflows/api.js';
import type { SearchAttributes } from '../worker/local/prepare-namespace.js';

const serverTypes = { KEYWORD: 'Keyword', INT: 'Int', DATETIME: 'Datetime' } as const;

/** The search attributes of the workflows' contract, as the server wants to hear of them. */
export const engineAttributes: SearchAttributes = Object.fromEntries(
  Object.values(searchAttributes).map(({ name, type }) => [name, serverTypes[type]]),
);
