import type { Party } from '../register.js';
import { dayOfYear } from './bulletin-dates.js';
import type { Section } from './bulletin-model.js';
import { cite, type Entry } from './entry.js';
import { printableClause } from './plain-words.js';
import { paragraph, prose, when } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';

/** 提请协调解决的事项: leaders read this first; a line a task: the matter, the knot, what is asked, who is concerned. */
export function coordination(entries: readonly Entry[], { parties, year }: RollUpInput): Section | undefined {
  const asking = entries.filter(({ answer }) => answer?.content.help !== undefined);
  if (asking.length === 0) return undefined;
  return {
    id: 'coordination',
    blocks: asking.map((entry, index) => item(entry, index + 1, parties, year)),
  };
}

function item(entry: Entry, number: number, parties: readonly Party[], year: number) {
  const { task, lead, answer } = entry;
  const cause = printableClause(answer?.content.cause, 80);
  const help = printableClause(answer?.content.help, 100).replace(/^(恳请|请求|提请|烦请|请)?(予以)?(协调)?/, '');
  const by = answer?.content.nextBy;
  const support = task.support.flatMap((code) => parties.find((party) => party.code === code)?.name ?? []);
  return paragraph(
    `coordination-${task.number}`,
    prose`任务${String(task.number)}“${task.title}”${when(cause !== '', prose`：${cite(entry, cause)}`)}。提请协调：${cite(
      entry,
      help === '' ? '具体事项见报送原文' : help,
    )}。涉及单位：${lead.name}牵头${when(support.length > 0, prose`，${support.join('、')}配合`)}${
      by && prose`；承诺时限${cite(entry, dayOfYear(by, year))}`
    }。`,
    `${number}．`,
  );
}
