import type { Board } from '../../client/board.js';
import { isMistake } from '../../client/mistake.js';
import type { Office } from '../../client/office.js';
import { newestDrafts } from '../../client/waiting.js';
import type { Status } from '../../domain/board.js';
import type { Register } from '../../domain/register.js';
import { approveUpdate, ids, refuseUpdate, releaseUpdate, signUpdate } from '../../workflows/api.js';
import type { DemoWords } from '../words/demo.js';
import { carryOut } from './carry-out.js';
import type { Cast } from './cast.js';
import type { Memory } from './memory.js';
import { mendContact } from './mend-contact.js';
import { type OpenRound, ordersDue, shareOf, taskFor } from './round-orders.js';

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
  readonly words: DemoWords;
  readonly now: () => Date;
}

/** What a coordinator sees at a glance: whether anything is there to decide. */
export type Glance = Pick<Status, 'campaign' | 'round' | 'waiting'>;

export interface SimulatedCoordinator {
  /** Reads the whole status only where a glance is not enough, before anything is decided. */
  readonly step: (glance: Glance, status: () => Promise<Status>) => Promise<void>;
}

function deedOf(order: string, { id }: OpenRound): string {
  return `${order} ${id}`;
}

/** Late enough for the year to show a 督办函 that is withheld because nothing reached the department. */
const mendingShare = 0.9;

/** The simulated coordinator: decides what waits for one, by the same Updates as people's commands. */
export function createCoordinator(plan: CoordinatorPlan): SimulatedCoordinator {
  const { seed, register, cast, board, memory, readingMs, exceptions = true, tell, words, now } = plan;
  const [first, second] = register.campaign.coordinators.map(({ code }) => code);
  const by = first ?? '';
  const firstSeen = new Map<string, number>();

  return {
    step: async ({ campaign, waiting, round }, read) => {
      const open = round?.state === 'open' ? round : undefined;
      const orders = open && exceptions ? ordersAhead(open) : [];
      const status = open && (orders.length > 0 || isToMend(open)) ? await read() : undefined;
      if (waiting.unsigned > 0) await sign(campaign);
      if (waiting.draftBulletins > 0) await approve(campaign);
      if (waiting.heldMail > 0) await decideMail(campaign);
      if (!open || !status) return;
      for (const order of orders) await give(order, status, open);
      if (isToMend(open)) await mendBounced(status);
    },
  };

  function ordersAhead(round: OpenRound): ReturnType<typeof ordersDue> {
    return ordersDue(round, now().getTime()).filter((order) => !memory.has(deedOf(order, round)));
  }

  function isToMend(round: OpenRound): boolean {
    const { bouncing } = cast;
    if (bouncing === undefined || memory.has(`contact ${bouncing.code}`)) return false;
    return shareOf(round, now().getTime()) > mendingShare;
  }

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
      if (outcome !== undefined) tell(words.signed(nameOf(desk), tasks.length, signer, words.signOutcomes[outcome]));
    }
  }

  async function approve(campaign: string): Promise<void> {
    for (const { round, version } of newestDrafts(await board.bulletins(campaign))) {
      if (!isRead(`bulletin ${round} ${version}`)) continue;
      await ask((office) => office.order(ids.bulletin(campaign, round), approveUpdate, { by, why: '审核无误' }));
      tell(words.approved(round, by));
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
        tell(words.refusedMail(by));
      } else {
        await ask((office) =>
          office.order(to, releaseUpdate, { by, why: '电话核实，确系该单位所报', campaign, round, party }),
        );
        tell(words.releasedMail(nameOf(party), by));
      }
    }
  }

  async function give(what: ReturnType<typeof ordersDue>[number], status: Status, round: OpenRound): Promise<void> {
    const task = taskFor(what, seed, register, status);
    if (task === undefined) return;
    await memory.add(deedOf(what, round));
    const said = await ask((office) => carryOut(office, what, task, status, by, words));
    if (said !== undefined) tell(words.decided(task.number, nameOf(task.lead), by, said));
  }

  async function mendBounced({ campaign, parties }: Status): Promise<void> {
    if (cast.bouncing === undefined) return;
    const { code, name } = cast.bouncing;
    const isTroubled = parties.some((party) => party.code === code && party.troubles.length > 0);
    if (!isTroubled || !isRead(`trouble ${code}`)) return;
    await memory.add(`contact ${code}`);
    const email = await ask((office) => mendContact(board, office, { campaign, party: code, by }));
    if (email !== undefined) tell(words.mended(name, by, email));
  }

  /** An order that comes too late is refused; the demo goes on. */
  async function ask<Result>(work: (office: Office) => Promise<Result>): Promise<Result | undefined> {
    try {
      return await plan.withOffice(work);
    } catch (error) {
      if (!isMistake(error)) throw error;
      tell(words.orderRefused(error.message));
      return undefined;
    }
  }

  function nameOf(code: string): string {
    return register.parties.find((party) => party.code === code)?.name ?? code;
  }
}
