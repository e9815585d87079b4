import type { Refusal } from '../../mail/send/postbox.js';
import { type Letter, readLetter } from '../../record/letters.js';
import type { Deps } from '../deps.js';
import { tellCoordinators } from '../tell-coordinators.js';

/** The server would not take a letter, or not for everybody: the coordinators look after the address. */
export async function reportRefusal(deps: Deps, id: number, refused: readonly Refusal[]): Promise<void> {
  const { campaign, desk, subject, kind } = await readLetter(deps.db, id);
  const whom = refused.map(({ address, reason }) => (address ? `${address}（${reason}）` : reason)).join('；');
  await tellCoordinators(deps, {
    campaign,
    about: `refused/${id}`,
    text: `发${desk}的函（${kind}）“${subject ?? ''}”被拒收：${whom}。请核对信箱，用 shuangyue contact 更正。`,
  });
}

export async function reportDoubt(deps: Deps, { id, campaign, desk, subject }: Letter): Promise<void> {
  await tellCoordinators(deps, {
    campaign,
    about: `doubtful/${id}`,
    text: `发${desk}的函“${subject ?? ''}”（编号${id}）发送时中断，无法确认是否送达。请与对方核实后处理。`,
  });
}
