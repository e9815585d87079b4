import type { Party, PostKind, Task } from '../../domain/register.js';

/** What is said where a running campaign cannot take a change over. */
export const needsNewCampaign = '需新建行动';

const signed = ['--as', '协调员代码', '--why', '事由'];

/** The command that gives a task to another lead. */
export function reassignCommand({ number }: Task, lead: string): string {
  return command('reassign', number, '--to', lead, ...signed);
}

/** The command that takes a task out of the campaign. */
export function withdrawCommand({ number }: Task): string {
  return command('withdraw', number, ...signed);
}

/** The command that changes the holder of a post; a running campaign fills posts but abolishes none. */
export function contactCommand({ code, posts }: Party, kind: PostKind): string {
  const post = posts[kind];
  if (post === undefined) return needsNewCampaign;
  const phone = post.phone === undefined ? [] : ['--phone', post.phone];
  return command('contact', code, '--post', kind, '--name', post.name, '--email', post.email, ...phone, ...signed);
}

/** A task's own deadline stands for the year; what a running campaign can move is the round's answerBy. */
export function deadlineCommand({ number }: Task): string {
  return `${needsNewCampaign}；只需宽限本期报送的，可用 ${command('extend', number, '--until', '日期', ...signed)}`;
}

function command(...words: readonly (string | number)[]): string {
  return ['shuangyue', ...words.map((word) => quoted(String(word)))].join(' ');
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}@._:/+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
