import type { SignOutcome } from '../../workflows/api.js';
import type { BoardView } from './board-page.js';

const sentences: Readonly<Record<SignOutcome, string>> = {
  sent: '已签发，督办函已寄出。',
  'needs-second': '已记下您的签发；一次超过五件，还需另一位协调员签发后寄出。',
  withheld: '签发前核对未通过，本函暂缓，没有寄出；原因见“需留意”。',
  lapsed: '对方已经报送或本期已关闭，本函失效，没有寄出。',
};

/** Only known outcomes are said: the address line is no place to put words into our mouth. */
export function signedSentence(outcome: string | undefined): BoardView['said'] {
  const found = Object.entries(sentences).find(([name]) => name === outcome);
  if (!found) return null;
  const done = outcome === 'sent' || outcome === 'needs-second';
  return { kind: done ? 'done' : 'refused', sentence: found[1] };
}
