import type { LetterDetail, LetterEntry } from '../domain/board.js';
import { letterNames } from '../domain/letter-names.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { wallInstant } from './wall-instant.js';

const states: Readonly<Record<string, string>> = {
  drafted: '待签发',
  ready: '待发',
  sending: '发送中',
  sent: '已发',
  doubtful: '结果不明',
  refused: '被拒收',
  cancelled: '已取消',
  lapsed: '已失效',
};

export function kindName(kind: string): string {
  return letterNames[kind] ?? kind;
}

export function printLetters(letters: readonly LetterEntry[], zone: string): string {
  if (letters.length === 0) return '没有这样的函。';
  const rows = letters.map(({ id, kind, desk, round, state, tasks, plannedAt, sentAt, failure }) => [
    id,
    letterNames[kind] ?? kind,
    desk,
    round ?? '',
    states[state] ?? state,
    wallInstant(zone, sentAt ?? plannedAt),
    tasks.join('、'),
    failure ?? '',
  ]);
  return table(['编号', '种类', '文书', '调度期', '状态', '时间', '任务', '说明'], rows, [0]);
}

/** The letter as its reader gets it, and for a 督办函 the page to check before signing. */
export function printLetter(letter: LetterDetail, zone: string, paint: Terminal['paint']): string {
  const { id, kind, state, subject, to, cc, plannedAt, sentAt, signedBy, failure, text, checks } = letter;
  return [
    paint('bold', `${letterNames[kind] ?? kind} ${id}　${states[state] ?? state}`),
    `主题：${subject ?? '（未成文）'}`,
    `送：${to.join('，')}${cc.length === 0 ? '' : `　抄：${cc.join('，')}`}`,
    sentAt === null ? `计划：${wallInstant(zone, plannedAt)}` : `发出：${wallInstant(zone, sentAt)}`,
    ...(signedBy === null ? [] : [`签发：${signedBy}`]),
    ...(failure === null ? [] : [paint('red', `说明：${failure}`)]),
    ...(checks.length === 0 ? [] : ['签发前核对：']),
    ...checks.map(
      ({ what, passed, fact }) => `  ${passed ? paint('green', '符合') : paint('red', '不符')} ${what}：${fact}`,
    ),
    ...(text === null ? [] : ['', text]),
  ].join('\n');
}
