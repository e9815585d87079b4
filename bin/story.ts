import type { BulletinEntry, LetterEntry, Status } from '../domain/board.js';
import { parseRoundId } from '../domain/round-id.js';
import type { Standing } from '../domain/standing.js';
import { instantIn } from '../domain/zone-time.js';
import type { Seen } from './campaign-watch.js';
import { letterNews } from './letter-news.js';
import type { DemoWords } from './words/demo.js';

/** What is new since the last look, as lines for the terminal, and where the round stands. */
export interface Chapter {
  readonly lines: readonly string[];
  readonly progress?: RoundProgress;
}

export interface RoundProgress {
  readonly label: string;
  readonly reported: number;
  readonly total: number;
  readonly remark: string;
}

export interface Story {
  readonly tell: (seen: Seen) => Chapter;
  /** Rounds whose bulletin was published while this story was told. */
  readonly published: () => number;
  /** All six rounds are over and their bulletins published. */
  readonly isOver: () => boolean;
}

type Round = NonNullable<Status['round']>;

/** Tells a campaign by comparing what is seen with what was told. */
export function createStory(zone: string, words: DemoWords): Story {
  const told = new Set<string>();
  const once = (key: string, line: () => string): readonly string[] => {
    if (told.has(key)) return [];
    told.add(key);
    return [line()];
  };
  const publishedNow = new Set<string>();
  const publishedBefore = new Set<string>();
  const letters = letterNews(words);
  let isFirst = true;
  let over = false;

  return {
    tell: (seen) => {
      const { status, bulletins } = seen;
      const lines = [
        ...(status.round === null ? [] : roundLines(status, status.round, seen.letters)),
        ...letters(seen),
        ...troubleLines(status),
        ...waitingLines(status),
        ...bulletins.flatMap((bulletin) => bulletinLines(bulletin, seen.letters)),
      ];
      isFirst = false;
      return { lines: [...lines, ...endLines(seen)], ...progressOf(status, words) };
    },
    published: () => publishedNow.size,
    isOver: () => over,
  };

  function roundLines({ counts, tasks }: Status, round: Round, sent: readonly LetterEntry[]): readonly string[] {
    const name = roundName(round.id, words);
    if (round.state === 'open') {
      const openings = sent.filter(({ kind }) => kind === 'opening');
      if (openings.length === 0 || openings.some(isUnderWay)) return [];
      return once(`open ${round.id}`, () =>
        words.opened(
          name,
          openings.length,
          tasks.filter(isAsked).length,
          instantIn(zone, round.answerBy).slice(11, 19),
        ),
      );
    }
    if (round.state !== 'closed' || !told.has(`open ${round.id}`)) return [];
    const { answered = 0, late = 0, missed = 0, excused = 0 } = counts;
    return once(`closed ${round.id}`, () => words.closed(name, { answered, late, missed, excused }));
  }

  function troubleLines({ round, parties }: Status): readonly string[] {
    return parties.flatMap(({ code, name, troubles }) =>
      troubles.flatMap((trouble) =>
        once(`trouble ${round?.id} ${code} ${trouble}`, () => words.trouble(name, trouble)),
      ),
    );
  }

  function waitingLines({ round, waiting }: Status): readonly string[] {
    const { unsigned, heldMail, withheld } = waiting;
    const all: readonly (readonly [string, number, string])[] = [
      ['unsigned', unsigned, words.unsigned(unsigned)],
      ['held', heldMail, words.held(heldMail)],
      ['withheld', withheld, words.withheld(withheld)],
    ];
    return all.flatMap(([what, count, line]) => (count === 0 ? [] : once(`${what} ${round?.id} ${count}`, () => line)));
  }

  /** The line that names the path is for programs: it stands alone, and only once the letter has left. */
  function bulletinLines(
    { round, version, state, issue, path }: BulletinEntry,
    sent: readonly LetterEntry[],
  ): readonly string[] {
    if (state === 'draft') return once(`draft ${round} ${version}`, () => words.drafted(roundName(round, words)));
    if (state !== 'published' || sent.some((letter) => isBulletinOf(letter, round) && isUnderWay(letter))) return [];
    if (!told.has(`published ${round}`)) (isFirst ? publishedBefore : publishedNow).add(round);
    told.add(`published ${round}`);
    return once(`path ${round} ${version}`, () => `${words.published(issue)}\nbulletin: ${path}`);
  }

  function endLines({ status, bulletins }: Seen): readonly string[] {
    const rounds = new Set(bulletins.filter(({ state }) => state === 'published').map(({ round }) => round));
    const isDone = rounds.size >= 6 && status.round?.state === 'closed' && status.waiting.draftBulletins === 0;
    over = isDone;
    return isDone ? once('over', () => words.over) : [];
  }
}

const isUnderWay = ({ state }: LetterEntry): boolean => state === 'ready' || state === 'sending';
const isBulletinOf = ({ kind, round }: LetterEntry, wanted: string): boolean => kind === 'bulletin' && round === wanted;

function progressOf({ round, tasks, now }: Status, words: DemoWords): Pick<Chapter, 'progress'> {
  if (round === null || round.state !== 'open') return {};
  const total = tasks.length;
  // A task that has not heard of the opening yet still shows how the round before ended for it.
  const waiting = tasks.filter((task) => task.round !== round.id || isAwaited(task.standing)).length;
  const late = tasks.filter(({ standing }) => standing === 'overdue' || standing === 'escalated').length;
  const isLate = Date.parse(now) > Date.parse(round.answerBy);
  const left = Math.max(
    0,
    Math.round((Date.parse(isLate ? round.closesAt : round.answerBy) - Date.parse(now)) / 1_000),
  );
  const remark = isLate ? words.late(late, left) : words.waiting(waiting, left);
  return { progress: { label: roundName(round.id, words), reported: total - waiting, total, remark } };
}

const isAsked = ({ standing }: { readonly standing: Standing }): boolean =>
  standing !== 'accepted' && standing !== 'withdrawn';

function isAwaited(standing: Standing): boolean {
  return standing === 'asked' || standing === 'overdue' || standing === 'escalated';
}

function roundName(id: string, { round }: DemoWords): string {
  return round(parseRoundId(id).number);
}
