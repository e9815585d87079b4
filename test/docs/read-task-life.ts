import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/project-root.js';
import { type Standing, standings } from '../../domain/standing.js';

export interface Arrow {
  readonly from: Standing;
  readonly to: Standing;
  readonly event: string;
}

/** One row of the table, for one of the standings it starts from. */
export interface Row extends Arrow {
  readonly given: string;
  readonly notices: readonly string[];
  readonly takesBack: string | undefined;
}

const text = readFileSync(join(projectRoot(), 'docs', 'task-life.md'), 'utf8');
const drawing = /```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

/** Every arrow of the picture; one that leaves the frame leaves each standing in it. */
export function readArrows(): readonly Arrow[] {
  const framed = /state asking \{([\s\S]*?)\n {4}\}/.exec(drawing)?.[1] ?? '';
  const inside = [...new Set([...framed.matchAll(/(\w+) --> (\w+)/g)].flatMap(([, from, to]) => [from, to]))];
  return [...drawing.matchAll(/(\w+) --> (\w+): (.+)/g)].flatMap(([, from = '', to = '', events = '']) =>
    (from === 'asking' ? inside : [from]).flatMap((start) =>
      list(events).map((event) => ({ from: standing(start), to: standing(to), event })),
    ),
  );
}

export function readRows(): readonly Row[] {
  const table = text.split('\n').filter((line) => /^\|.*\|.*\|.*\|.*\|.*\|$/.test(line));
  return table.slice(2).flatMap((line) => {
    const [, first = '', from = '', to = '', notices = '', takesBack = ''] = line.split('|').map((cell) => cell.trim());
    const [, event = '', given = ''] = /^([\w-]+)(?: \[(.+)\])?$/.exec(first) ?? [];
    return list(from).map((start) => ({
      event,
      given,
      from: standing(start),
      to: standing(to === 'same' ? start : to),
      notices: list(notices),
      takesBack: list(takesBack)[0],
    }));
  });
}

/** The standings of the page's own list, with what people read. */
export function readStandings(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^\| `(\w+)` +\| (\S+) /gm)].map(([, code = '', name = '']) => [code, name]),
  );
}

const list = (cell: string): readonly string[] => (cell === '–' ? [] : cell.split(',').map((word) => word.trim()));

function standing(word: string | undefined): Standing {
  const known = Object.keys(standings).find((each): each is Standing => each === word);
  if (known === undefined)
    throw new Error(`docs/task-life.md names the standing ${word}, which the code does not know`);
  return known;
}
