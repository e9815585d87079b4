import type { Paragraph } from './bulletin-model.js';
import { isUnread, type Entry } from './entry.js';
import { forbiddenWords } from './plain-words.js';
import { plain } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';

const summaryLimit = 120;

/** What the coordinator should know before approving; Chinese sentences, never printed in the bulletin. */
export function notesFor(
  entries: readonly Entry[],
  summary: Paragraph,
  { escalation }: RollUpInput,
): readonly string[] {
  const length = plain(summary.spans).length;
  return [
    ...entries.flatMap(leftOut),
    ...listed(
      entries.filter(isUnread).map(({ task }) => task.number),
      '来件仅有附件，内容尚未录入；录入后请退回重编，再行审定',
    ),
    ...listed(escalation.unsigned, '督办函未签发已失效'),
    ...listed(escalation.withheld, '督办未过核对关，未发督办函'),
    ...listed(escalation.unfounded, '督办函发出后发现退信，简报不计督办'),
    ...(length > summaryLimit ? [`提要${length}字，超过${summaryLimit}字，请压缩。`] : []),
  ];
}

function leftOut({ task, answer }: Entry): readonly string[] {
  const { progress = '', cause = '', help = '', experience = '', nextSteps = '' } = answer?.content ?? {};
  const words = forbiddenWords([progress, cause, help, experience, nextSteps].join('。'));
  if (words.length === 0) return [];
  return [`任务${task.number}报送文字含“${words.join('”“')}”，有关语句未采用，请核实后改写。`];
}

function listed(tasks: readonly number[], what: string): readonly string[] {
  return tasks.length === 0 ? [] : [`${tasks.map((task) => `任务${task}`).join('、')}：${what}。`];
}
