import type { Paragraph } from './bulletin-model.js';
import { counted, isBehind, type Entry } from './entry.js';
import { paragraph, prose } from './prose.js';

/** From this share of the tasks on, the whole may be called 整体序时推进. */
const mostly = 0.8;

/** The bulletin's conclusion as its title. */
export function title(entries: readonly Entry[]): Paragraph {
  return paragraph('title', [...whole(entries), ...concern(entries)]);
}

function whole(entries: readonly Entry[]) {
  const silent = entries.filter(({ category }) => category === 'missing');
  const onPace = entries.filter(({ category }) => ['done', 'onTrack', 'longTerm'].includes(category));
  if (silent.length === entries.length) return prose`${counted(entries)}项任务本期均未报送`;
  if (onPace.length >= entries.length * mostly) return prose`${counted(entries)}项任务整体序时推进`;
  return prose`${counted(entries)}项任务中${counted(onPace)}项完成或序时推进`;
}

function concern(entries: readonly Entry[]) {
  const behind = entries.filter(isBehind);
  const silent = entries.filter(({ category }) => category === 'missing');
  if (behind.length > 0) return prose`，${counted(behind)}项滞后或未启动需集中攻坚`;
  if (silent.length > 0 && silent.length < entries.length) return prose`，${counted(silent)}项尚未报送`;
  return [];
}
