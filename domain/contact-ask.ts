import { parseRoundId } from './round-id.js';

/** The rounds whose 调度通知 asks the liaison to confirm the party's contacts: in February and in August. */
const askingRounds: readonly number[] = [1, 4];
const dayMs = 86_400_000;
const confirmedLatelyMs = 90 * dayMs;
const changedLatelyMs = 30 * dayMs;

export interface AskedHolder {
  readonly since: string;
  readonly confirmedAt: string | null;
}

/**
 * Whether a 调度通知 asks its liaison to confirm the entry: twice a year, and not who confirmed within 90 days or took
 * over within 30. Who stands in the register since the campaign began took over from nobody. Instants are ISO 8601.
 */
export function asksToConfirm(
  round: string,
  { since, confirmedAt }: AskedHolder,
  { campaignBegan, at }: { readonly campaignBegan: string; readonly at: string },
): boolean {
  if (!askingRounds.includes(parseRoundId(round).number)) return false;
  const now = Date.parse(at);
  if (confirmedAt !== null && now - Date.parse(confirmedAt) < confirmedLatelyMs) return false;
  const tookOver = Date.parse(since) > Date.parse(campaignBegan);
  return !tookOver || now - Date.parse(since) >= changedLatelyMs;
}
