import type { Board } from '../../client/board.js';
import type { Office } from '../../client/office.js';
import { changeContactUpdate, ids } from '../../workflows/api.js';

interface Where {
  readonly campaign: string;
  readonly party: string;
  readonly by: string;
}

/** The liaison's right address, asked for by telephone; the address goes by the record and never through Temporal. */
export async function mendContact(
  board: Pick<Board, 'askContactChange'>,
  office: Office,
  { campaign, party, by }: Where,
): Promise<string> {
  const order = { by, why: '原信箱退信，已电话核实' };
  const email = `${party}.lianluo@ln.example`;
  const { change } = await board.askContactChange({
    campaign,
    party,
    post: 'liaison-a',
    name: '联络员A',
    email,
    ...order,
  });
  await office.order(ids.desk(campaign, party), changeContactUpdate, { ...order, post: 'liaison-a', change });
  return email;
}
