import { placeAt } from './place-book.js';
import type { FoundDefaults } from './campaign-defaults.js';
import { present } from './table-row.js';
import { textOf } from '../raw.js';
import type { RegisterBook } from './register-book.js';

/** The campaign as its sheet gives it; without one, what file name, settings and the tasks themselves supply. */
export function fillCampaign(
  campaign: Record<string, unknown> | undefined,
  tasks: readonly Record<string, unknown>[],
  defaults: () => FoundDefaults,
  book: RegisterBook,
): Record<string, unknown> | undefined {
  if (
    tasks.length === 0 ||
    (campaign !== undefined && Object.keys(campaign).some((key) => key !== 'quietDays' && key !== 'cadence'))
  )
    return campaign;
  const filled = present({ ...fromDefaults(defaults()), ...fromTasks(tasks), ...campaign });
  const place = book.places.find(['tasks']);
  book.places.put(['campaign'], placeAt(place.sheet ?? '', 0, 0));
  const named = `标识 ${said(filled, 'id')}，行动名称 ${said(filled, 'title')}，编发单位 ${said(filled, 'issuer')}`;
  const message = `没有“行动”表：按文件名、设置和任务表补齐（${named}）；请核对，最好补上“行动”表。`;
  book.note('assumed-value', placeAt(place.sheet ?? '', 0, 0), message);
  // What no task names has been told of at the tasks.
  for (const key of ['areas', 'principles']) if (filled[key] === undefined) book.silence(['campaign', key]);
  return filled;
}

const said = (campaign: Record<string, unknown>, key: string): string => textOf(campaign, key) ?? '（缺）';

function fromDefaults({ id, title, sender }: FoundDefaults): Record<string, unknown> {
  const post = sender && { name: sender.name ?? '质强办', email: sender.email };
  return {
    id,
    title,
    issuer: sender?.name,
    bulletin: title === undefined ? undefined : `${title}简报`,
    office: post,
    coordinators: post && [{ code: 'zqb1', ...post }],
  };
}

function fromTasks(tasks: readonly Record<string, unknown>[]): Record<string, unknown> {
  const distinct = (key: string): unknown[] => [...new Set(tasks.map((task) => task[key]).filter(Boolean))];
  return { areas: distinct('area'), principles: distinct('principle') };
}
