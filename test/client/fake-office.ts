import type { UpdateDefinition } from '@temporalio/common';
import { mistake } from '../../client/mistake.js';
import type { CampaignStart, Office } from '../../client/office.js';
import type { CampaignInput, CampaignProgress, Order } from '../../workflows/api.js';

export interface Ordered {
  readonly to: string;
  readonly update: string;
  readonly said: Order;
}

export interface FakeOffice extends Office {
  readonly ordered: readonly Ordered[];
  readonly startedWith: readonly CampaignInput[];
}

export interface OfficeScript {
  /** Reply of an Update by its name; nothing where it is not named. */
  readonly replies?: Readonly<Record<string, unknown>>;
  /** Workflows that refuse, with their sentence. */
  readonly refusals?: Readonly<Record<string, string>>;
  readonly start?: CampaignStart;
  readonly progress?: CampaignProgress;
}

/** A running office that remembers its orders and answers as it was told to. */
export function fakeOffice({
  replies = {},
  refusals = {},
  start = 'started',
  progress,
}: OfficeScript = {}): FakeOffice {
  const ordered: Ordered[] = [];
  const startedWith: CampaignInput[] = [];
  return {
    ordered,
    startedWith,
    startCampaign: async (input) => {
      startedWith.push(input);
      return start;
    },
    order: async <Reply, Said extends Order>(to: string, update: UpdateDefinition<Reply, [Said]>, said: Said) => {
      ordered.push({ to, update: update.name, said });
      const refusal = refusals[to];
      if (refusal !== undefined) throw mistake(refusal);
      return replies[update.name] as Reply;
    },
    progress: async () => progress ?? { state: 'running', openRound: null, nextRound: '2026-3', nextOpening: null },
  };
}
