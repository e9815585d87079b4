import { join } from 'node:path';
import type { Board } from '../../client/board.js';
import type { Office } from '../../client/office.js';
import type { CampaignFile } from '../../client/read-campaign-file.js';
import type { Status } from '../../domain/board.js';
import { createPostbox } from '../../mail/send/postbox.js';
import type { DemoWords } from '../words/demo.js';
import { repeatUntil } from '../campaign-watch.js';
import type { RunningOffice } from '../supervisor.js';
import { watchMailboxes } from './arrived-letters.js';
import { castFor } from './cast.js';
import { createCoordinator } from './coordinator.js';
import { createDepartments } from './departments.js';
import { habitsFor } from './habits.js';
import { openMemory } from './memory.js';

export interface RobotsPlan {
  readonly seed: number;
  readonly campaign: CampaignFile;
  readonly running: RunningOffice;
  readonly board: Board;
  readonly withOffice: <Result>(work: (office: Office) => Promise<Result>) => Promise<Result>;
  readonly tell: (line: string) => void;
  readonly words: DemoWords;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly failed: (error: unknown) => void;
}

/** Departments and coordinator at work, each at its own pace, until the signal; resolves when both have stopped. */
export async function startRobots(plan: RobotsPlan): Promise<void> {
  const { running, board, campaign, signal, failed } = plan;
  const { home } = running.settings;
  const register = campaign.register;
  const memory = await openMemory(join(home, 'robots.json'));
  const cast = castFor(plan.seed, register);
  const port = running.ready.postOfficePort ?? 0;
  const postbox = createPostbox({ host: '127.0.0.1', port, pool: 4, silenceMs: 10_000 });
  const departments = createDepartments({
    ...plan,
    register,
    cast,
    memory,
    habits: (round, parties) => habitsFor(plan.seed, round, parties, cast),
    mailboxes: (since) => watchMailboxes(join(home, 'post-office'), () => since),
    deliver: postbox.deliver,
    noticeMs: 5_000,
  });
  const coordinator = createCoordinator({ ...plan, register, cast, memory, readingMs: 3_000 });
  const every = (everyMs: number, step: (status: Status) => Promise<unknown>) =>
    repeatUntil(async () => (await step(await board.status(campaign.id)), false), { everyMs, signal, failed });
  const coordinates = (status: Status) => coordinator.step(status, () => Promise.resolve(status));
  await Promise.all([every(500, departments.step), every(1_000, coordinates)]);
  postbox.close();
}
