import { standings } from '../standing.js';
import { hasEnded, isOpen, type TaskLife } from './life.js';

/** How an admin reads a task in Temporal UI: one line, and a short text in Markdown that says what comes next. */
export function describeLife(life: TaskLife): { readonly headline: string; readonly details: string } {
  const headline = life.round ? `${life.round.id}期：${standings[life.standing]}` : standings[life.standing];
  return { headline, details: `**${headline}**\n\n${comesNext(life)}` };
}

function comesNext(life: TaskLife): string {
  if (hasEnded(life)) return '不再调度。';
  if (!isOpen(life)) return '等待下一调度期开启。';
  if (life.paused) return '行动已暂停：各步骤冻结，报送照收。';
  const step = life.round.steps[0];
  return step ? `下一步：${step.label}` : '本期无后续催办，等待调度期关闭。';
}
