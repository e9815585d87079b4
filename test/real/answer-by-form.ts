import { simpleParser } from 'mailparser';
import type { Passed } from './relay.js';

/** One submission of a liaison's page, and what came of it. */
export interface Submitted {
  readonly words: string;
  /** 200 when the office says that it has the answer. */
  readonly status: number;
  readonly from: number;
  readonly to: number;
}

/** Where the button of a letter leads. */
export async function pageOf(letter: Passed): Promise<string> {
  const { text = '' } = await simpleParser(letter.raw);
  const [link] = /http:\/\/\S+\/a\/[\w.~-]+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`There is no link in the letter to ${letter.to.join(', ')}: ${text}`);
  return link;
}

/** Fills in one task on the page and presses the button once. */
export async function submit(page: string, task: number, words: string): Promise<Submitted> {
  const from = Date.now();
  const body = new URLSearchParams({
    submission: `${words} ${from}`,
    [`t${task}.rating`]: 'onTrack',
    [`t${task}.progress`]: words,
  });
  const reply = await fetch(page, { method: 'POST', headers: { origin: new URL(page).origin }, body });
  await reply.text();
  return { words, status: reply.status, from, to: Date.now() };
}
