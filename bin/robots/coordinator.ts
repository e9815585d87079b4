import type { Board } from '../../client/board.js';
import { isMistake } from '../../client/mistake.js';
import type { Office } from '../../client/office.js';
import { newestDrafts } from '../../client/waiting.js';
import type { Status } from '../../domain/board.js';
import type { Register } from '../../domain/register.js';
import { approveUpdate, ids, refuseUpdate, releaseUpdate, signUpdate } from '../../workflows/api.js';
import { carryOut } from './carry-out.js';
import type { Cast } from './cast.js';
import type { Memory } from './memory.js';
import { mendContact } from './mend-contact.js';
import { ordersDue, shareOf, taskFor } from './round-orders.js';

export interface CoordinatorPlan {
  readonly seed: number;
  readonly register: Register;
  readonly cast: Cast;
  readonly board: Pick<Board, 'letters' | 'bulletins' | 'mails' | 'askContactChange'>;
  readonly withOffice: <Result>(work: (office: Office) => Promise<Result>) => Promise<Result>;
  readonly memory: Memory;
  /** How long a coordinator looks at a thing before deciding it. */
  readonly readingMs: number;
  /** Whether a year has its exceptions: 免报, 延期, 退回, 验收. */
  readonly exceptions?: boolean;
  readonly tell: (line: string) => void;
  readonly now: () => Date;
}

export interface SimulatedCoordinator {
  readonly step: (status: Status) => Promise<void>;
}

/** Late enough for the year to show a 督办函 that is withheld because nothing reached the department. */
const mendingShare = 0.9;

/** The simulated coordinator: decides what waits for one, by the same Updates as people's commands. */
export function createCoordinator(plan: CoordinatorPlan): SimulatedCoordinator {
  const { seed, register, cast, board, memory, readingMs, exceptions = true, tell, now } = plan;
  const [first, second] = register.campaign.coordinators.map(({ code }) => code);
  const by = first ?? '';
  const firstSeen = new Map<string, number>();

  return {
    step: async (status) => {
      const { campaign, waiting, round } = status;
      if (waiting.unsigned > 0) await sign(campaign);
      if (waiting.draftBulletins > 0) await approve(campaign);
      if (waiting.heldMail > 0) await decideMail(campaign);
      if (round?.state !== 'open') return;
      if (exceptions) for (const order of ordersDue(round, now().getTime())) await give(order, status, round);
      if (shareOf(round, now().getTime()) > mendingShare) await mendBounced(status);
    },
  };

  function isRead(thing: string): boolean {
    const seenAt = firstSeen.get(thing) ?? now().getTime();
    firstSeen.set(thing, seenAt);
    return now().getTime() - seenAt >= readingMs;
  }

  async function sign(campaign: string): Promise<void> {
    for (const { id, desk, signedBy, tasks } of await board.letters({
      campaign,
      kind: 'escalation',
      state: 'drafted',
    })) {
      const signer = signedBy === null ? by : (second ?? by);
      if (!isRead(`letter ${id} ${signer}`)) continue;
      const outcome = await ask((office) =>
        office.order(ids.desk(campaign, desk), signUpdate, { by: signer, letter: id }),
      );
      if (outcome !== undefined)
        tell(`督办函（${nameOf(desk)}，${tasks.length}项）：${signer} ${signOutcomes[outcome]}`);
    }
  }

  async function approve(campaign: string): Promise<void> {
    for (const { round, version } of newestDrafts(await board.bulletins(campaign))) {
      if (!isRead(`bulletin ${round} ${version}`)) continue;
      await ask((office) => office.order(ids.bulletin(campaign, round), approveUpdate, { by, why: '审核无误' }));
      tell(`${round}期简报：${by} 已审定。`);
    }
  }

  /** A colleague's answer is good; what belongs to no party is not ours. */
  async function decideMail(campaign: string): Promise<void> {
    for (const { id, party, round } of await board.mails({ campaign, state: 'held' })) {
      if (!isRead(`mail ${id}`) || memory.has(`mail ${id}`)) continue;
      await memory.add(`mail ${id}`);
      const to = ids.intake(id);
      if (party === null || round === null) {
        await ask((office) => office.order(to, refuseUpdate, { by, why: '与本行动无关' }));
        tell(`待核来件：${by} 已退回不收。`);
      } else {
        await ask((office) =>
          office.order(to, releaseUpdate, { by, why: '电话核实，确系该单位所报', campaign, round, party }),
        );
        tell(`待核来件（${nameOf(party)}）：${by} 核实后放行。`);
      }
    }
  }

  async function give(
    what: ReturnType<typeof ordersDue>[number],
    status: Status,
    round: { id: string },
  ): Promise<void> {
    const deed = `${what} ${round.id}`;
    const task = memory.has(deed) ? undefined : taskFor(what, seed, register, status);
    if (task === undefined) return;
    await memory.add(deed);
    const said = await ask((office) => carryOut(office, what, task, status, by));
    if (said !== undefined) tell(`任务${task.number}（${nameOf(task.lead)}）：${by} ${said}。`);
  }

  async function mendBounced({ campaign, parties }: Status): Promise<void> {
    if (cast.bouncing === undefined) return;
    const { code, name } = cast.bouncing;
    const isTroubled = parties.some((party) => party.code === code && party.troubles.length > 0);
    if (!isTroubled || !isRead(`trouble ${code}`) || memory.has(`contact ${code}`)) return;
    await memory.add(`contact ${code}`);
    const email = await ask((office) => mendContact(board, office, { campaign, party: code, by }));
    if (email !== undefined) tell(`${name}联络员A的信箱退信，${by} 电话核实后更正为 ${email}。`);
  }

  /** An order that comes too late is refused; the demo goes on. */
  async function ask<Result>(work: (office: Office) => Promise<Result>): Promise<Result | undefined> {
    try {
      return await plan.withOffice(work);
    } catch (error) {
      if (!isMistake(error)) throw error;
      tell(`模拟协调员的指令未被接受：${error.message}`);
      return undefined;
    }
  }

  function nameOf(code: string): string {
    return register.parties.find((party) => party.code === code)?.name ?? code;
  }
}

const signOutcomes = {
  sent: '已签发。',
  'needs-second': '已签，同批超过五份，待第二人会签。',
  withheld: '已签，但发出条件不具备，暂缓。',
  lapsed: '签发前单位已报送，不再发出。',
} as const;
