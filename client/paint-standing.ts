import type { Standing } from '../domain/standing.js';
import type { Colour, Terminal } from './terminal.js';

const colours: Readonly<Record<Standing, Colour>> = {
  idle: 'gray',
  asked: 'cyan',
  answered: 'green',
  overdue: 'yellow',
  escalated: 'red',
  late: 'yellow',
  returned: 'yellow',
  missed: 'red',
  excused: 'gray',
  accepted: 'green',
  withdrawn: 'gray',
};

/** The words carry the meaning; colour only helps. */
export function paintStanding(standing: Standing, paint: Terminal['paint'], text: string): string {
  return paint(colours[standing], text);
}
