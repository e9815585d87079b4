import type { CampaignEntry } from '../domain/board.js';
import { parseRoundId } from '../domain/round-id.js';
import type { Order } from '../workflows/api.js';
import type { Board } from './board.js';
import { checkCoordinator, chooseCampaign } from './choose-campaign.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import type { OrderOptions, ReadOptions } from './options.js';
import { readDeadline } from './read-deadline.js';

export interface ReadContext {
  readonly board: Board;
  readonly campaign: CampaignEntry;
}
export interface OrderContext extends ReadContext {
  /** By whom and why. */
  readonly order: Order;
}

export async function openReading({ words, ...deps }: ClientDeps, options: ReadOptions): Promise<ReadContext> {
  const board = await deps.board();
  return { board, campaign: await chooseCampaign(board, words, options.campaign) };
}

export async function openOrder(deps: ClientDeps, options: OrderOptions): Promise<OrderContext> {
  const context = await openReading(deps, options);
  const by = checkCoordinator(context.campaign.coordinators, options.as, deps.words);
  return { ...context, order: { by, ...(options.why === undefined ? {} : { why: options.why }) } };
}

/** The round that was named (`2026-3`, or `3` of the campaign's year), else the open one. */
export async function roundOf(deps: ClientDeps, { board, campaign }: ReadContext, given?: string): Promise<string> {
  if (given !== undefined) return readRound(deps, campaign, given);
  const { round } = await board.status(campaign.id);
  if (round === null || (round.state !== 'open' && round.state !== 'closing')) throw mistake(deps.words.noOpenRound);
  return round.id;
}

export function readRound({ words }: ClientDeps, { year }: CampaignEntry, given: string): string {
  const round = /^[1-6]$/.test(given) ? `${year}-${given}` : given;
  try {
    parseRoundId(round);
    return round;
  } catch (cause) {
    throw mistake(words.badRound(given), cause);
  }
}

export function deadlineOf({ words, now }: ClientDeps, { campaign: { zone } }: ReadContext, given: string): string {
  return readDeadline(given, { zone, now: now(), words });
}
