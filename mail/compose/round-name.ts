/** `2026-3` read as 2026年第3次双月调度. */
export const roundYear = (round: string): string => round.split('-')[0] ?? '';

export const roundNumber = (round: string): string => String(Number(round.split('-')[1]));

/** 第3次双月调度 */
export const roundName = (round: string): string => `第${roundNumber(round)}次双月调度`;

/** 2026年第3次双月调度 */
export const fullRoundName = (round: string): string => `${roundYear(round)}年${roundName(round)}`;

/** 5—6月 of the period `2026-05/2026-06`. */
export const periodMonths = (period: string): string => {
  const months = [...period.matchAll(/\d{4}-(\d{2})/g)].map((match) => Number(match[1]));
  return months.length === 2 ? `${months[0]}—${months[1]}月` : '';
};
