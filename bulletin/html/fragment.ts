import type { HtmlEscapedString } from 'hono/utils/html';

/** What `html` gives: escaped markup, or the promise of it. */
export type Fragment = HtmlEscapedString | Promise<HtmlEscapedString>;
