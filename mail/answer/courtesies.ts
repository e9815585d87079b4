import { halfWidth } from './half-width.js';

const shapes: readonly RegExp[] = [
  /^(尊敬的)?.{0,16}(您好|你好|各位领导|各位老师)[!,。.~]*$/,
  /^[^\d]{2,24}(办公室|质强办|办|局|厅|处|委员会|领导小组|同志|老师|领导)[:,]$/,
  /^(按照|根据|现将|现就|接|依据|遵照|贵办|我(单位|局|厅|委|办)).{0,80}(如下|报告如下|汇报如下|报送如下|反馈如下|回复如下)[:。,]?$/,
  /^(收到|来函收悉|邮件收悉|函悉)[,。!]?(谢谢|感谢)?[。!]?$/,
  /^(专此|特此|此致|敬礼|谢谢|感谢(支持)?|此复|特此(报告|函复|回复|报送)|以上|妥否|请审阅|请查收|祝好|顺祝商祺)[,。!]*$/,
];

/** Lines that only greet or introduce, and say nothing of any task. */
export function withoutCourtesies(text: string): string {
  return text
    .split('\n')
    .filter((line) => !isCourtesy(halfWidth(line).trim()))
    .join('\n')
    .trim();
}

function isCourtesy(line: string): boolean {
  return line.length <= 120 && shapes.some((shape) => shape.test(line));
}
