import type { Naming, Paragraph, Section, Span } from './bulletin-model.js';
import { byLead, citeAll, counted, countedLeads, isUnread, type Entry } from './entry.js';
import { joined, paragraph, prose, when } from './prose.js';
import type { EscalationFacts, RollUpInput } from './roll-up-input.js';

/** 报送情况: how parties reported, and who is named. */
export function reporting(entries: readonly Entry[], { escalation }: RollUpInput, naming: Naming): Section {
  const named = namingParagraph(naming);
  return { id: 'reporting', blocks: [counts(entries, escalation), ...(named === undefined ? [] : [named])] };
}

/** Who may be named: silent for two rounds; a first silence is 个别单位; doubtful delivery is neither. */
export function namingOf(entries: readonly Entry[], agreed: boolean): Naming {
  const groups = byLead(entries.filter(({ arrival, doubtful }) => arrival === 'missed' && !doubtful));
  const silent = groups.filter((group) => group.some(({ missedRounds }) => missedRounds > 1));
  const first = groups.filter((group) => group.every(({ missedRounds }) => missedRounds < 2));
  return {
    agreed,
    silent: silent.map((group) => citeAll(group, group[0]?.lead.name ?? '')),
    first: countedLeads(first.flat()),
  };
}

/** The naming rule in words; absent when nobody was silent. */
export function namingParagraph({ agreed, silent, first }: Naming): Paragraph | undefined {
  const parts: (readonly Span[])[] = [];
  if (silent.length > 0) parts.push(agreed ? namedText(silent) : prose`${count(silent)}个单位连续2期未报`);
  if (first.tasks.length > 0) parts.push(prose`个别单位首次逾期未报`);
  return parts.length === 0 ? undefined : paragraph('reporting-naming', prose`${joined(parts, '；')}。`);
}

function namedText(silent: Naming['silent']): readonly Span[] {
  return prose`连续2期未报的单位：${joined(
    silent.map((name) => [name]),
    '、',
  )}`;
}

function count(silent: Naming['silent']): Span {
  return { text: String(silent.length), tasks: silent.flatMap(({ tasks }) => tasks), sources: [] };
}

function counts(entries: readonly Entry[], escalation: EscalationFacts): Paragraph {
  const owed = byLead(entries.filter(({ arrival }) => arrival !== 'notAsked' && arrival !== 'excused'));
  const punctual = owed.filter((group) => group.every(({ arrival }) => arrival === 'inTime')).flat();
  const late = owed.flat().filter(({ arrival }) => arrival === 'late');
  const silent = owed.flat().filter(({ arrival, doubtful }) => arrival === 'missed' && !doubtful);
  const doubtful = owed.flat().filter((entry) => entry.arrival === 'missed' && entry.doubtful);
  const unread = owed.flat().filter(isUnread);
  return paragraph(
    'reporting-count',
    prose`按期率100%的单位${countedLeads(punctual)}个；有逾期补报的单位${countedLeads(late)}个；有未报的单位${countedLeads(
      silent,
    )}个。${escalations(entries, escalation)}${when(
      doubtful.length > 0,
      prose`另有${counted(doubtful)}项送达情况待核，不作未报统计。`,
    )}${when(unread.length > 0, prose`${counted(unread)}项已报送（附件待录入），进展未计入本期统计。`)}`,
  );
}

function escalations(entries: readonly Entry[], { escalated, unfounded, unsigned }: EscalationFacts) {
  const among = (numbers: readonly number[]) => entries.filter(({ task }) => numbers.includes(task.number));
  const sent = among(escalated.filter((number) => !unfounded.includes(number)));
  const lapsed = among(unsigned);
  return prose`${when(sent.length > 0, prose`经督办${counted(sent)}项。`)}${when(
    lapsed.length > 0,
    prose`拟发督办函未签发${counted(lapsed)}项。`,
  )}`;
}
