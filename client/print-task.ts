import type { AnswerContent } from '../domain/answer.js';
import type { TaskHistory } from '../domain/board.js';
import { ratings } from '../domain/rating.js';
import { standings } from '../domain/standing.js';
import { paintStanding } from './print-status.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { wallInstant } from './wall-instant.js';

const channels = { reply: '回信', form: '网页填报', sheet: '表格', coordinator: '代录' } as const;

/** A task from its goal to the last thing that happened to it. */
export function printTask(history: TaskHistory, zone: string, paint: Terminal['paint']): string {
  const { number, title, goal, lead, standing, answerBy, round } = history;
  const due = answerBy === null ? '' : `，${wallInstant(zone, answerBy)}截止`;
  return [
    `${paint('bold', `任务${number} ${title}`)}\n目标：${goal}`,
    `牵头单位 ${lead}　${round === null ? '尚无调度期' : `${round}期`}：${paintStanding(standing, paint)}${due}`,
    historySection(history, zone),
    ...history.answers.map((answer) => answerSection(answer, zone)),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function historySection({ transitions }: TaskHistory, zone: string): string {
  if (transitions.length === 0) return '';
  const rows = transitions.map(({ at, round, event, before, after, by, why }) => [
    `  ${wallInstant(zone, at)}`,
    round,
    before === after ? standings[after] : `${standings[before]} → ${standings[after]}`,
    event,
    by,
    why ?? '',
  ]);
  return `经过\n${table([], rows)}`;
}

function answerSection(answer: TaskHistory['answers'][number], zone: string): string {
  const { round, version, channel, by, receivedAt, content, questions } = answer;
  return [
    `${round}期第${version}次报送（${channels[channel]}，${by}，${wallInstant(zone, receivedAt)}）`,
    ...contentLines(content).map((line) => `  ${line}`),
    ...questions.map(({ text }) => `  需确认：${text}`),
  ].join('\n');
}

/** An empty value never prints. */
function contentLines({ figures, rating, unchanged, ...content }: AnswerContent): string[] {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['自评', rating && ratings[rating]],
    ['进展', unchanged === true ? '无变化' : undefined],
    ...figures.map(({ target, value }) => [`指标${target + 1}累计`, String(value)] as const),
    ['进展', content.progress],
    ['原因', content.cause],
    ['需协调事项', content.help],
    ['下一步', content.nextSteps],
    ['下一步时限', content.nextBy],
    ['佐证文号', content.evidence],
    ['完成日期', content.completedOn],
    ['典型经验', content.experience],
    ['填报人', content.filledBy],
    ['审签人', content.signedOffBy],
  ];
  return said.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [`${label}：${text}`]));
}
