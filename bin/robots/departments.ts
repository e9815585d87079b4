import type { Status, TaskStatus } from '../../domain/board.js';
import type { Party, Register, Task } from '../../domain/register.js';
import type { DemoWords } from '../words/demo.js';
import { answerContent } from './answer-content.js';
import type { ArrivedLetter, Mailboxes } from './arrived-letters.js';
import type { Cast } from './cast.js';
import { composeAway, composeReply, type Mail } from './compose-reply.js';
import type { Habit } from './habits.js';
import type { Memory } from './memory.js';
import { answersAt } from './reaction.js';
import { writeAnswers } from './write-answers.js';

export interface DepartmentsPlan {
  readonly seed: number;
  readonly register: Register;
  readonly cast: Cast;
  readonly habits: (round: string, parties: readonly Party[]) => ReadonlyMap<string, Habit>;
  /** Letters that arrive from `since` (epoch ms) on. */
  readonly mailboxes: (since: number) => Mailboxes;
  /** `party`: whose mail it is. */
  readonly deliver: (mail: Mail, party: string) => Promise<unknown>;
  /** Who says 收到 says so within this. */
  readonly noticeMs: number;
  /** When somebody sits down to what could be done at `at` and has to be done before `by`; epoch ms. */
  readonly atWork?: (at: number, by: number) => number;
  readonly memory: Memory;
  readonly tell: (line: string) => void;
  readonly words: DemoWords;
  readonly now: () => Date;
}

export interface Departments {
  /** Looks into the mailboxes and does what is due; resolves with when more will be, epoch ms. */
  readonly step: (asked: Asked) => Promise<number | undefined>;
}

/** What departments know of the office: which tasks are asked of whom. */
export interface Asked extends Pick<Status, 'campaign' | 'round'> {
  readonly tasks: readonly Pick<TaskStatus, 'number' | 'lead' | 'standing' | 'round'>[];
}

type OpenRound = NonNullable<Status['round']>;

/** Simulated departments: they read the letters in their mailboxes and answer by mail, as people would. */
export function createDepartments(plan: DepartmentsPlan): Departments {
  const { seed, register, cast, memory, now, atWork = (at) => at } = plan;
  const parties = register.parties.filter(({ code }) => register.tasks.some(({ lead }) => lead === code));
  let mailboxes: Mailboxes | undefined;
  let opened = '';
  let habits: ReadonlyMap<string, Habit> = new Map();
  let letters: ArrivedLetter[] = [];

  return {
    step: async (status) => {
      const { round } = status;
      if (round === null || round.state !== 'open') return undefined;
      if (round.id !== opened) turnTo(round);
      letters.push(...((await mailboxes?.next()) ?? []).filter(({ campaign }) => campaign === status.campaign));
      const waiting: { letter: ArrivedLetter; until: number }[] = [];
      for (const letter of letters) {
        const until = await attend(letter, status, round);
        if (until !== undefined) waiting.push({ letter, until });
      }
      letters = waiting.map(({ letter }) => letter);
      return waiting.length === 0 ? undefined : Math.min(...waiting.map(({ until }) => until));
    },
  };

  function turnTo(round: OpenRound): void {
    opened = round.id;
    habits = plan.habits(round.id, parties);
    letters = [];
    mailboxes = plan.mailboxes(Date.parse(round.opensAt));
  }

  /** When more is to be done about the letter; undefined once nothing is. */
  async function attend(letter: ArrivedLetter, status: Asked, round: OpenRound): Promise<number | undefined> {
    const party = parties.find(({ code }) => code === letter.party);
    const habit = habits.get(letter.party);
    if (party === undefined || habit === undefined) return undefined;
    await sayAway(letter, party, round);
    const waiting = [
      await sayReceived(letter, party, habit, round),
      await answerInTime(letter, party, habit, status, round),
    ];
    const left = waiting.filter((until) => until !== undefined);
    return left.length === 0 ? undefined : Math.min(...left);
  }

  /** Once a round, as mail servers do; the letter that says so is never the deputy's. */
  async function sayAway(letter: ArrivedLetter, party: Party, { id }: OpenRound): Promise<void> {
    const liaison = party.posts['liaison-a']?.email ?? '';
    const deed = `away ${id} ${party.code}`;
    if (party.code !== cast.away?.code || !letter.to.includes(liaison) || memory.has(deed)) return;
    await send(await composeAway(letter, { name: `${party.name}联络员A`, address: liaison }, now()), letter, deed);
    plan.tell(plan.words.away(party.name));
  }

  async function sayReceived(
    letter: ArrivedLetter,
    party: Party,
    habit: Habit,
    { answerBy }: OpenRound,
  ): Promise<number | undefined> {
    const deed = `received ${letter.messageId}`;
    const isAddressed = letter.kind === 'opening' && habit.saysReceived && habit.movedBy !== 'nothing';
    if (!isAddressed || party.code === cast.away?.code || memory.has(deed)) return undefined;
    const at = atWork(letter.at + habit.share * plan.noticeMs, Date.parse(answerBy));
    if (now().getTime() < at) return at;
    await reply(letter, party, habit, '收到，我单位将按时报送。谢谢！', [deed]);
    return undefined;
  }

  async function answerInTime(
    letter: ArrivedLetter,
    party: Party,
    habit: Habit,
    status: Asked,
    round: OpenRound,
  ): Promise<number | undefined> {
    const wanted = answersAt(letter, habit, round);
    if (wanted === undefined || memory.has(`answer ${letter.messageId}`)) return undefined;
    const isInTime = wanted <= Date.parse(round.answerBy);
    const at = atWork(wanted, Date.parse(isInTime ? round.answerBy : round.closesAt));
    if (now().getTime() < at) return at;
    await answer(letter, party, habit, status);
    return undefined;
  }

  async function answer(letter: ArrivedLetter, party: Party, habit: Habit, status: Asked): Promise<void> {
    const round = opened;
    const open = status.tasks.filter((task) => isWanted(task, letter, round, memory));
    const half = letter.kind === 'opening' && habit.inTwoParts ? Math.ceil(open.length / 2) : open.length;
    const tasks = open
      .slice(0, half)
      .flatMap(({ number }) => register.tasks.find((task) => task.number === number) ?? []);
    const deeds = [`answer ${letter.messageId}`, ...tasks.map(({ number }) => reported(letter, round, number))];
    if (tasks.length === 0) return memory.add(...deeds);
    return reply(letter, party, habit, report(tasks, party, round), deeds);
  }

  function report(tasks: readonly Task[], { name }: Party, round: string): string {
    const answers = tasks.map((task) => ({ task, content: answerContent(seed, task, round) }));
    return writeAnswers(answers, { filledBy: `${name}承办处室`, signedOffBy: '分管负责人' });
  }

  async function reply(
    letter: ArrivedLetter,
    party: Party,
    habit: Habit,
    text: string,
    deeds: readonly string[],
  ): Promise<void> {
    const from = senderOf(letter, party, habit, cast);
    const { zone } = register.campaign;
    await send(await composeReply({ letter, from, text, quotes: habit.quotes, at: now(), zone }), letter, ...deeds);
  }

  /** Written down first: a mail that a crash swallowed is asked for again, one sent twice would be a robot's mistake. */
  async function send(mail: Mail, { party }: ArrivedLetter, ...deeds: readonly string[]): Promise<void> {
    await memory.add(...deeds);
    await plan.deliver(mail, party);
  }
}

const reported = ({ kind }: ArrivedLetter, round: string, task: number): string =>
  `${kind === 'return' ? 'mended' : 'reported'} ${round}/${task}`;

/** Asked of this party and not reported yet, by a robot or by a person who plays the department. */
function isWanted(task: Asked['tasks'][number], letter: ArrivedLetter, round: string, memory: Memory): boolean {
  if (task.lead !== letter.party || task.round !== round || memory.has(reported(letter, round, task.number)))
    return false;
  if (letter.kind === 'return') return task.standing === 'returned';
  return task.standing === 'asked' || task.standing === 'overdue' || task.standing === 'escalated';
}

/** Who has the letter in hand: not the one whose address is wrong, nor the one who is away. */
function senderOf(letter: ArrivedLetter, party: Party, habit: Habit, cast: Cast): { name: string; address: string } {
  const first = party.posts['liaison-a']?.email ?? '';
  const second = party.posts['liaison-b']?.email ?? first;
  if (habit.fromColleague) return { name: `${party.name}综合处`, address: `${party.code}.zonghe@ln.example` };
  if (party.code === cast.away?.code) return { name: `${party.name}联络员B`, address: second };
  const isReached = party.code !== cast.bouncing?.code || !letter.to.includes(first);
  if (isReached)
    return { name: `${party.name}联络员A`, address: letter.to.includes(first) ? first : (letter.to[0] ?? first) };
  return { name: `${party.name}联络员B`, address: second };
}
