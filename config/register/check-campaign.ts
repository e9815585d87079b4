import { sameWord } from '../nearest.js';
import { unknownParty } from './check-tasks.js';
import type { Finding, Path } from './finding.js';
import type { PartyIndex } from './party-index.js';
import { listOf, rowOf, rowsOf, shown, textOf, type RawRow } from './raw.js';

/** What the campaign's keys must agree with: each other and the parties. */
export function checkCampaign(root: RawRow, parties: PartyIndex): Finding[] {
  const campaign = rowOf(root['campaign']);
  const coordinators = listOf(campaign['coordinators']);
  return [
    ...doubled(listOf(campaign['principles']), ['campaign', 'principles'], '原则'),
    ...doubled(listOf(campaign['areas']), ['campaign', 'areas'], '领域'),
    ...doubled(
      coordinators.map((row) => textOf(row, 'code')),
      ['campaign', 'coordinators'],
      '协调员代码',
      'code',
    ),
    ...loneCoordinator(campaign, coordinators),
    ...listOf(campaign['quietDays']).flatMap((row, index) => [...checkQuietDays(row, index, root, parties)]),
  ];
}

function doubled(values: readonly unknown[], base: Path, label: string, key?: string): Finding[] {
  const seen = new Map<string, Path>();
  return values.flatMap((value, index): Finding[] => {
    if (typeof value !== 'string') return [];
    const path = key === undefined ? [...base, index] : [...base, index, key];
    const other = seen.get(sameWord(value));
    seen.set(sameWord(value), other ?? path);
    if (other === undefined) return [];
    const message = `行动设置的${label}${shown(value)}写了两次：应各不相同；请改正或删去一个。`;
    return [{ code: 'duplicate-value', path, message, other }];
  });
}

function loneCoordinator(campaign: RawRow, coordinators: readonly unknown[]): Finding[] {
  if (coordinators.length !== 1 || campaign['escalation'] === 'automatic') return [];
  const message = '行动设置只有一个协调员：一次签发五件以上督办函需另一人复核；建议再设一人。';
  return [{ code: 'one-coordinator', path: ['campaign', 'coordinators'], message }];
}

function* checkQuietDays(row: unknown, index: number, root: RawRow, parties: PartyIndex): Generator<Finding> {
  const path = ['campaign', 'quietDays', index];
  const [from, to] = [textOf(row, 'from'), textOf(row, 'to')];
  if (from !== undefined && to !== undefined && to < from) {
    const message = `行动设置的静默期末日${shown(to)}早于首日${shown(from)}：应不早于；请改正。`;
    yield { code: 'quiet-days-order', path: [...path, 'to'], message };
  }
  const party = textOf(row, 'party');
  if (party !== undefined && parties.codeOf(party) === undefined) {
    yield unknownParty(party, [...path, 'party'], '行动设置的静默期单位', parties);
  }
  const region = textOf(row, 'region');
  const regions = new Set(rowsOf(root, 'parties').map((each) => textOf(each, 'region')));
  if (region !== undefined && !regions.has(region)) {
    const message = `行动设置的静默期地区${shown(region)}没有单位：应为某单位的 region；请改正，或先给单位写上地区。`;
    yield { code: 'unknown-region', path: [...path, 'region'], message };
  }
}
