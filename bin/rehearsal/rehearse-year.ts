import { createHash } from 'node:crypto';
import { startCampaign } from '../../client/start-campaign.js';
import { officeAt } from '../../client/connect.js';
import type { Office } from '../../client/office.js';
import type { CampaignFile } from '../../client/read-campaign-file.js';
import type { Words } from '../../client/words.js';
import type { HolidayData } from '../../domain/cadence.js';
import { planYear } from '../../domain/round-plan.js';
import { instantAt } from '../../domain/zone-time.js';
import { gatherYear, type GatheredYear } from '../../worker/in-time/gather-year.js';
import { openOfficeInTime, type OfficeInTime } from '../../worker/in-time/office-in-time.js';
import { castFor, type Cast } from '../robots/cast.js';
import { createCoordinator } from '../robots/coordinator.js';
import { createDepartments } from '../robots/departments.js';
import { type Habit, habitsFor, uniformHabits } from '../robots/habits.js';
import { memoryOnly } from '../robots/memory.js';
import { demoWords } from '../words/demo.js';
import { ids } from '../../workflows/api.js';
import { conductYear, type Moment, type Players } from './conduct-year.js';
import { openRehearsedPost, type RehearsedPost } from './rehearsed-post.js';
import { wakeTimes } from './wake-times.js';
import { workingHours } from './working-hours.js';

/** How departments behave: each as the seed deals, or all of them at their best or worst. */
export type Behaviour = 'simulated' | 'silent' | 'answering';

export interface Rehearsal {
  readonly campaign: CampaignFile;
  readonly seed: number;
  readonly behaviour: Behaviour;
  readonly holidays: HolidayData;
  /** Of the office that will do it for real: what its letters will print. */
  readonly mail: { readonly domain: string; readonly from: string; readonly publicUrl: string };
  readonly server: string;
  readonly cacheFolder: string;
  readonly words: Words;
  readonly signal: AbortSignal;
  readonly reached: (moment: Moment) => void;
}

const hourMs = 3_600_000;

/** A year of the campaign, played by the real workflows in a time of its own; nothing leaves this process. */
export async function rehearseYear(rehearsal: Rehearsal): Promise<GatheredYear> {
  const { campaign, seed, behaviour, holidays, server, cacheFolder } = rehearsal;
  const { register, year } = campaign;
  const { zone } = register.campaign;
  const startsAt = Date.parse(instantAt(`${year}-01-01`, '09:00', zone));
  const cast = behaviour === 'simulated' ? castFor(seed, register) : {};
  const bouncing = cast.bouncing?.posts['liaison-a']?.email;
  const clock = { now: () => new Date(startsAt) };
  const post = openRehearsedPost(() => clock.now(), bouncing === undefined ? [] : [bouncing]);
  const { publicUrl, ...address } = rehearsal.mail;
  const office = await openOfficeInTime({
    server,
    cacheFolder,
    holidays,
    startsAt,
    postbox: post.postbox,
    office: { ...address, publicUrl, secret: secretOf(campaign, seed) },
  });
  try {
    clock.now = office.deps.now;
    await begin(office, rehearsal, startsAt);
    const { cadence, quietDays } = campaign;
    const rounds = planYear({ cadence, zone, holidays, quietDays, year });
    await conductYear({
      ...rehearsal,
      office,
      campaign: campaign.id,
      post,
      players: playersOf(rehearsal, office, post, cast),
      looks: wakeTimes(rounds, zone, holidays),
    });
    await refuseBroken(office, campaign.id);
    return await gatherYear(office, campaign.id);
  } finally {
    await office.close();
  }
}

/** Who only says 收到 sets nothing in motion: a year has a hundred of these, and they would take a fifth of its time. */
function silentOnReceipt(habits: ReadonlyMap<string, Habit>): ReadonlyMap<string, Habit> {
  return new Map([...habits].map(([code, habit]) => [code, { ...habit, saysReceived: false }]));
}

/** The same campaign and seed sign the same tokens. */
function secretOf({ id }: CampaignFile, seed: number): string {
  return createHash('sha256').update(`rehearsal of ${id} with ${seed}`).digest('hex');
}

async function begin(office: OfficeInTime, rehearsal: Rehearsal, startsAt: number): Promise<void> {
  const { campaign } = rehearsal;
  const by = campaign.register.campaign.coordinators[0]?.code ?? '';
  const request = { ...campaign, by, anchoredAt: new Date(startsAt).toISOString() };
  await startCampaign(office.web.orders, ordersTo(office, rehearsal), request);
  await office.until(startsAt + hourMs);
}

/** A campaign that broke off leaves a year without letters, which would look like one without work. */
async function refuseBroken({ deps }: OfficeInTime, campaign: string): Promise<void> {
  const { status } = await deps.client.workflow.getHandle(ids.campaign(campaign)).describe();
  if (status.name !== 'RUNNING' && status.name !== 'COMPLETED')
    throw new Error(`the rehearsed workflow ${ids.campaign(campaign)} ended as ${status.name}`);
}

function ordersTo({ deps, connection }: OfficeInTime, { words }: Rehearsal): Office {
  return officeAt(connection, { address: '', namespace: 'default', words, invokedAt: deps.now() });
}

function playersOf(rehearsal: Rehearsal, office: OfficeInTime, post: RehearsedPost, cast: Cast): Players {
  const { campaign, seed, behaviour, holidays, words } = rehearsal;
  const { register } = campaign;
  const { board, orders } = office.web;
  const { now } = office.deps;
  const memory = memoryOnly();
  let given = 0;
  const common = { seed, register, cast, memory, now, tell: () => undefined, words: demoWords[words.language] };
  const departments = createDepartments({
    ...common,
    habits: (round, parties) => {
      if (behaviour === 'simulated') return silentOnReceipt(habitsFor(seed, round, parties, cast));
      return uniformHabits(seed, round, parties, behaviour === 'silent' ? 'nothing' : 'opening');
    },
    mailboxes: post.mailboxes,
    deliver: post.write,
    noticeMs: 6 * hourMs,
    atWork: workingHours(register.campaign.zone, holidays),
  });
  const coordinator = createCoordinator({
    ...common,
    board: {
      letters: (filter) => board.letters(filter as Parameters<typeof board.letters>[0]),
      bulletins: board.bulletins,
      mails: (filter) => board.mails(filter as Parameters<typeof board.mails>[0]),
      askContactChange: (request) => orders.askContactChange({ ...request, askedAt: now().toISOString() }),
    },
    withOffice: (work) => {
      given += 1;
      return work(ordersTo(office, rehearsal));
    },
    readingMs: 2 * hourMs,
    // Nobody is excused from the most or the fewest letters there can be.
    exceptions: behaviour === 'simulated',
  });
  return {
    departments: departments.step,
    coordinator: async (glance, status) => {
      const before = given;
      await coordinator.step(glance, status);
      return given > before;
    },
  };
}
