import type { Party } from '../register.js';
import type { Section } from './bulletin-model.js';
import { chineseNumeral } from './chinese-numeral.js';
import { cite, type Entry } from './entry.js';
import { printable } from './plain-words.js';
import { paragraph, prose } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';

const storyLimit = 300;
const stories = 2;

/** 典型经验: one or two, of different parties, from tasks that are done or on pace, with who supplied them. */
export function experience(entries: readonly Entry[], { parties }: RollUpInput): Section | undefined {
  const told = entries
    .map((entry) => ({ entry, text: printable(entry.answer?.content.experience, storyLimit - 20) }))
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => merit(other.entry) - merit(one.entry));
  const chosen = told
    .filter(({ entry }, index) => told.findIndex((other) => other.entry.lead.code === entry.lead.code) === index)
    .slice(0, stories);
  if (chosen.length === 0) return undefined;
  return {
    id: 'experience',
    blocks: chosen.map(({ entry, text }, index) =>
      paragraph(
        `experience-${index + 1}`,
        prose`${cite(entry, text)}（${supplier(entry, parties)}供稿）`,
        `（${chineseNumeral(index + 1)}）${entry.task.title}。`,
      ),
    ),
  };
}

function merit({ category, indicators }: Entry): number {
  const green = indicators.some(({ pace }) => pace.light === 'green');
  return (category === 'done' ? 2 : category === 'onTrack' ? 1 : 0) + (green ? 1 : 0);
}

function supplier({ answer, lead }: Entry, parties: readonly Party[]): string {
  return parties.find(({ code }) => code === answer?.party)?.name ?? lead.name;
}
