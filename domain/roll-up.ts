import { annex } from './roll-up/annex.js';
import { areas } from './roll-up/areas.js';
import { behind } from './roll-up/behind.js';
import type { AnswerEntry, BulletinModel, Section } from './roll-up/bulletin-model.js';
import { coordination } from './roll-up/coordination.js';
import { corrections } from './roll-up/corrections.js';
import { distribution } from './roll-up/distribution.js';
import type { Entry } from './roll-up/entry.js';
import { experience } from './roll-up/experience.js';
import { factsOf } from './roll-up/facts.js';
import { indicators } from './roll-up/indicators.js';
import { nextWork } from './roll-up/next-work.js';
import { notesFor } from './roll-up/notes.js';
import { onTimeRate, overall } from './roll-up/overall.js';
import { namingOf, reporting } from './roll-up/reporting.js';
import type { RollUpInput } from './roll-up/roll-up-input.js';
import { summary } from './roll-up/summary.js';
import { takeEntries } from './roll-up/take-entries.js';
import { title } from './roll-up/title.js';

/**
 * The round as a bulletin (texts-zh.md, 简报骨架): every figure with the answers it came from, 未报 where none came.
 * Sections with nothing to say are absent; throws when a task's lead is not among the parties.
 */
export function rollUp(input: RollUpInput): BulletinModel {
  const { campaign, round, issue, totalIssue, issuedOn } = input;
  const entries = takeEntries(input);
  const naming = namingOf(entries, input.naming);
  const brief = summary(entries, input);
  const model: BulletinModel = {
    round: round.round,
    issue,
    ...(totalIssue === undefined ? {} : { totalIssue }),
    name: campaign.bulletin,
    issuer: campaign.issuer,
    issuedOn,
    cutoff: round.cutoff,
    zone: campaign.zone,
    title: title(entries),
    summary: brief,
    sections: present([
      overall(entries, input),
      coordination(entries, input),
      behind(entries, input),
      areas(entries, input),
      indicators(entries, input),
      experience(entries, input),
      reporting(entries, input, naming),
      nextWork(entries, input),
    ]),
    annex: annex(entries, campaign.areas),
    corrections: [],
    distribution: distribution(input),
    naming,
    answers: entries.flatMap((entry) => answerEntry(entry, input)),
    facts: factsOf(entries, input, onTimeRate(entries)),
    notes: notesFor(entries, brief, input),
  };
  return input.corrects === undefined ? model : { ...model, corrections: corrections(input.corrects, model) };
}

function present(sections: readonly (Section | undefined)[]): readonly Section[] {
  return sections.filter((section) => section !== undefined);
}

function answerEntry({ task, answer }: Entry, { parties }: RollUpInput): readonly AnswerEntry[] {
  if (answer === undefined) return [];
  const { id, version, receivedAt, channel } = answer;
  const party = parties.find(({ code }) => code === answer.party)?.name ?? answer.party;
  return [{ task: task.number, answer: id, version, party, receivedAt, channel }];
}
