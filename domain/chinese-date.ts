import { weekdayOf } from './iso-date.js';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** A date as letters print it: 4月27日（星期一）. */
export function chineseDay(date: string): string {
  const [, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${month}月${day}日（星期${weekdays[weekdayOf(date.slice(0, 10))]}）`;
}

/** An ISO instant as its own offset's wall shows it: 4月27日（星期一）17:00. */
export function chineseInstant(instant: string): string {
  return `${chineseDay(instant)}${instant.slice(11, 16)}`;
}

/** A round as letters name it: 2026年第2次 for `2026-2`. */
export function chineseRound(round: string): string {
  const [year, number] = round.split('-');
  return `${year}年第${number}次`;
}
