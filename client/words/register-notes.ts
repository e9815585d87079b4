import type { ProblemCode, WarningCode } from '../../config/register/finding.js';

type Code = ProblemCode | WarningCode;

/**
 * What the check of a register found, said by its code: it speaks Chinese of what is written in Chinese, and an English
 * reader gets the rule, what to do, and the words of the register that it is about.
 */
const english: Readonly<Record<Code, string>> = {
  'file-missing': 'the file is not there; check its path and name',
  'file-unreadable': 'the file cannot be read; check its rights',
  'file-too-large': 'the file is far too large for a register; check that it is the right one',
  'not-utf8': 'neither a text in UTF-8 nor an .xlsx workbook; save it as one of the two',
  'yaml-syntax': 'no valid YAML here; check quotes, brackets and indents, or quote the value',
  tab: 'a tab; indent with spaces',
  'duplicate-key': 'the same key twice; delete one',
  'unknown-alias': 'an alias (*) that nothing defines; write the value itself',
  'alias-limit': 'too many aliases (*); write the values themselves',
  'too-deep': 'nested too deeply; a register needs a few levels only',
  'too-many-problems': 'more problems than are told; mend these first',
  'empty-file': 'the file is empty; expected campaign, parties and tasks',
  'missing-section': 'a part is missing; a register has campaign, parties and tasks',
  'too-many-rows': 'more rows than a register may have; split it',
  'missing-key': 'something that is needed was left out; add it',
  'unknown-key': 'no item of a register; mend its name or delete it',
  'wrong-type': 'written as another kind of value than expected (a text, a number, a list, keys with values)',
  'empty-value': 'empty; write a value or delete the item',
  'invalid-value': 'a value that is not expected here',
  'invalid-text': 'not the text that is expected here',
  'invalid-code': 'no code; expected a lower-case letter, then letters, digits and dashes, 40 at most',
  'invalid-email': 'no mail address; expected one such as zqb1@ln.example',
  'invalid-phone': 'no telephone number; expected one such as "024-12345678", quoted in YAML',
  'invalid-date': 'no day that exists; expected month-day such as 06-30, in a workbook any usual way to write a day',
  'invalid-time': 'no time; expected hours and minutes such as 09:30',
  'invalid-zone': 'no time zone; expected one such as Asia/Shanghai',
  'invalid-number': 'not the number that is expected here',
  'unknown-value': 'none of the values that this item may have',
  'unknown-relation': 'no relation; expected own, peer, party, mass, central or city',
  'unknown-target-kind': 'no kind of target; expected cumulative, stock, ratio, hold or reduce',
  'unknown-party': 'not among the parties; expected a code, short name, full name or alias of one',
  'unknown-area': 'not among the areas of the campaign; mend it or add it there',
  'unknown-principle': 'not among the principles of the campaign; mend it or add it there',
  'unknown-region': 'no party is of this region; mend it, or give a party this region',
  'duplicate-number': 'another task has the same number; change one',
  'duplicate-code': 'the same code twice; change one',
  'duplicate-name': 'another party has the same name or alias; change one',
  'duplicate-email': 'another party has the same mail address; change one',
  'duplicate-value': 'written twice; delete one',
  'too-many-liaisons': 'more than two liaisons; keep two, A and B',
  'target-after-deadline': 'the target is due after the deadline of its task; change one',
  'milestone-order': 'milestones are not in the order of their days; reorder them',
  'milestone-after-target': 'a milestone after the day of its target; change one',
  'milestone-value': 'a milestone that does not lead step by step to its target; check the numbers',
  'baseline-value': 'something is to be reduced, but its baseline is not above its target; check the two',
  'cadence-order': 'two steps of the cadence in the wrong order; change one',
  'quiet-days-order': 'quiet days end before they begin',
  'file-kind': 'neither .xlsx nor YAML; open it with Excel or WPS and save it as .xlsx',
  'workbook-refused':
    'the workbook is not read for safety (macros, links, passwords, or damaged); copy what is needed into a new one and save that as .xlsx',
  'missing-column': 'a column is missing or there twice; see docs/register-excel.md for the columns',
  'uncached-formula': 'a formula without a stored result; save the workbook in Excel once, or paste values',
  'cell-error': 'the cell shows an error; mend its formula or write the value',
  'stray-cell': 'what is written here belongs to no task or item; see docs/register-excel.md',
  'other-year': 'a date of another year than most; a register is for one year',
  'no-head': 'no head on file: escalation letters cannot leave; add an address',
  'no-second-liaison': 'one liaison only: better add a second one',
  'no-baseline': 'something is to be reduced but has no baseline: its pace cannot be told; add it',
  'party-unused': 'leads and supports no task: it gets no letter; check that',
  'kind-relation': 'kind and relation do not fit: of a city both are city; check them',
  'same-address': 'two posts of a party have the same address: letters to both arrive at one; check that',
  'repeated-support': 'leads or supports this task already; delete the second one',
  'one-coordinator': 'one coordinator only: more than five escalations at once need a second one',
  'assumed-value': 'not written, so a value was assumed; check it, or better write it',
  'hidden-sheet': 'a hidden sheet that looks like part of the register was not read; show it or delete it',
};

/** The register's own words in a sentence, before it says what was expected: values in quotation marks, keys in brackets. */
function told(message: string): string {
  const [beginning = ''] = message.split('：');
  const words = [...beginning.matchAll(/“([^“”]+)”|（([A-Za-z]+)）/g)].map(([, value, key]) => key ?? `"${value}"`);
  return words.length === 0 ? '' : ` (${[...new Set(words)].join(', ')})`;
}

/** What it asks whether it was meant, and where the other one of two stands. */
function hints(message: string): string {
  const meant = /是否应为\s*“?([^“”？]+?)”?？/.exec(message)?.[1];
  const [, line, sheet, cell] = /另一处在(?:第 (\d+) 行|“([^”]+)”的 (\w+))/.exec(message) ?? [];
  const other = line === undefined ? sheet && `${sheet}!${cell}` : `line ${line}`;
  return `${meant === undefined ? '' : ` Did you mean ${meant}?`}${other === undefined ? '' : ` The other one: ${other}.`}`;
}

export const registerNoteWords = {
  zh: (_code: Code, message: string): string => message,
  en: (code: Code, message: string): string => `${english[code]}${told(message)}.${hints(message)}`,
};
