import { findDate } from './dates.js';
import { halfWidth, trimMarks } from './half-width.js';

/** 申请延期: who asks until when, and why. `until` is missing where no date was said. */
export interface ExtensionRequest {
  readonly tasks: readonly number[];
  readonly until?: string;
  readonly reason: string;
}

const extension = /(?:特|现|拟|我单位)?申请(?:将.{0,20}?)?延期(?:报送|上报)?/;
const handOver =
  /(?:^|\n)[ \d.、()一二三四五六七八九十]{0,6}联络员([ABab甲乙])?(?:信息)?(?:由[^\n]{1,12}?)?(?:变更|调整|更换)(?:为|如下)?\s?:?\s?([^\n]*(?:\n(?!\n)(?=(?:姓名|职务|电话|手机|邮箱|联系|邮件)).*){0,6})/;

/** The sentence that asks for more time, and the text without it. */
export function takeExtension(
  text: string,
  tasks: readonly number[],
  receivedAt: string,
): { request?: ExtensionRequest; rest: string } {
  const found = extension.exec(halfWidth(text));
  if (found === null) return { rest: text };
  const start = reasonStart(text, found.index);
  const end = sentenceEnd(text, found.index);
  const sentence = text.slice(found.index, end);
  const until = findDate(sentence, receivedAt, 'future');
  const request = {
    tasks,
    ...(until === undefined ? {} : { until }),
    reason: reasonOf(sentence) || trimMarks(text.slice(start, found.index)),
  };
  return { request, rest: text.slice(0, start) + text.slice(end).replace(/^[。；;]/, '') };
}

// “因人员变动，申请延期”: the reason may come first.
function reasonStart(text: string, at: number): number {
  const before =
    text
      .slice(0, at)
      .split(/[。；;\n]/)
      .at(-1) ?? '';
  return /^\s*(因|由于|鉴于|受|考虑到|我(单位|局|厅|委|办|处)因)[^。；;\n]*[，,]\s*$/.test(before)
    ? at - before.length
    : at;
}

function sentenceEnd(text: string, from: number): number {
  const stop = text.slice(from).search(/[。；;\n]/);
  return stop < 0 ? text.length : from + stop;
}

function reasonOf(sentence: string): string {
  const after = sentence
    .replace(/^.*?延期(?:报送|上报)?/, '')
    .replace(/^(?:至|到)?[\s\d年月日号./-]{0,16}(?:前|底|末)?(?:报送|上报|完成)?/, '');
  return after.replace(/^[，,、：:\s]*(?:事由|理由|原因)?(?:是|为)?[：:，,\s]*/, '').trim();
}

/** “联络员变更：…”: held for the coordinator, who changes the register. `which` is the A or B it names. */
export function takeContactChange(text: string): { change?: string; which?: string; rest: string } {
  const found = handOver.exec(halfWidth(text));
  const said = found?.[2] ?? '';
  if (found === null || said.trim() === '') return { rest: text };
  const end = found.index + found[0].length;
  const change = text.slice(end - said.length, end).trim();
  return {
    change,
    ...(found[1] !== undefined && { which: found[1] }),
    rest: `${text.slice(0, found.index)}\n${text.slice(end)}`,
  };
}
