import { day } from './chinese-date.js';
import type { LoggedCall, SentLetter } from './letter-model.js';

const distinct = (days: readonly string[]): string => [...new Set(days)].join('、');

const callPhrase = (calls: readonly LoggedCall[], zone: string): string => {
  if (calls.length === 0) return '';
  const posts = [...new Set(calls.flatMap(({ post }) => (post ? [post] : [])))];
  const days = distinct(calls.map(({ at }) => day(at, zone)));
  return `于${days}${posts.length > 0 ? `与${posts.join('、')}` : ''}电话联系`;
};

/** 前期已于4月13日、4月22日发送通知和提示，并于4月27日与联络员A电话联系。 */
export const earlierContact = (
  sent: readonly SentLetter[],
  calls: readonly LoggedCall[],
  zone: string,
): string | undefined => {
  const called = callPhrase(calls, zone);
  if (sent.length === 0) return called && `前期已${called}。`;
  const days = distinct(sent.map(({ sentAt }) => day(sentAt, zone)));
  return `前期已于${days}发送通知和提示${called && `，并${called}`}。`;
};
