import type { BulletinEntry, LetterEntry, Status } from '../domain/board.js';
import { parseRoundId } from '../domain/round-id.js';
import type { Standing } from '../domain/standing.js';
import { instantIn } from '../domain/zone-time.js';
import type { Seen } from './campaign-watch.js';
import { letterNews } from './letter-news.js';

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
export function createStory(zone: string): Story {
  const told = new Set<string>();
  const once = (key: string, line: () => string): readonly string[] => {
    if (told.has(key)) return [];
    told.add(key);
    return [line()];
  };
  const publishedNow = new Set<string>();
  const publishedBefore = new Set<string>();
  const letters = letterNews();
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
      return { lines: [...lines, ...endLines(seen)], ...progressOf(status) };
    },
    published: () => publishedNow.size,
    isOver: () => over,
  };

  function roundLines({ counts, tasks }: Status, round: Round, sent: readonly LetterEntry[]): readonly string[] {
    const name = roundName(round.id);
    if (round.state === 'open') {
      const openings = sent.filter(({ kind }) => kind === 'opening');
      if (openings.length === 0 || openings.some(isUnderWay)) return [];
      return once(
        `open ${round.id}`,
        () =>
          `${name}开启：${openings.length}封调度通知，${tasks.filter(isAsked).length}项任务，${instantIn(zone, round.answerBy).slice(11, 19)}截止`,
      );
    }
    if (round.state !== 'closed' || !told.has(`open ${round.id}`)) return [];
    return once(
      `closed ${round.id}`,
      () =>
        `${name}关闭：按期${counts.answered ?? 0}，逾期补报${counts.late ?? 0}，未报${counts.missed ?? 0}，免报${counts.excused ?? 0}`,
    );
  }

  function troubleLines({ round, parties }: Status): readonly string[] {
    return parties.flatMap(({ code, name, troubles }) =>
      troubles.flatMap((trouble) =>
        once(
          `trouble ${round?.id} ${code} ${trouble}`,
          () => `需留意：${trouble.startsWith(name) ? '' : `${name}：`}${trouble}`,
        ),
      ),
    );
  }

  function waitingLines({ round, waiting }: Status): readonly string[] {
    const { unsigned, heldMail, withheld } = waiting;
    const all: readonly (readonly [string, number, string])[] = [
      ['unsigned', unsigned, `督办函待签：${unsigned}件`],
      ['held', heldMail, `来件待核：${heldMail}件`],
      ['withheld', withheld, `督办函暂缓：${withheld}项，条件具备后再发`],
    ];
    return all.flatMap(([what, count, line]) => (count === 0 ? [] : once(`${what} ${round?.id} ${count}`, () => line)));
  }

  /** The line that names the path is for programs: it stands alone, and only once the letter has left. */
  function bulletinLines(
    { round, version, state, issue, path }: BulletinEntry,
    sent: readonly LetterEntry[],
  ): readonly string[] {
    if (state === 'draft') return once(`draft ${round} ${version}`, () => `${roundName(round)}简报已成稿，待审定`);
    if (state !== 'published' || sent.some((letter) => isBulletinOf(letter, round) && isUnderWay(letter))) return [];
    if (!told.has(`published ${round}`)) (isFirst ? publishedBefore : publishedNow).add(round);
    told.add(`published ${round}`);
    return once(`path ${round} ${version}`, () => `简报第${issue}期已印发，在本地邮局可读\nbulletin: ${path}`);
  }

  function endLines({ status, bulletins }: Seen): readonly string[] {
    const rounds = new Set(bulletins.filter(({ state }) => state === 'published').map(({ round }) => round));
    const isDone = rounds.size >= 6 && status.round?.state === 'closed' && status.waiting.draftBulletins === 0;
    over = isDone;
    return isDone
      ? once('over', () => '六期已毕：全部简报已印发。网页和邮局仍可查看，Ctrl-C 停止；加 --fresh 重新开始。')
      : [];
  }
}

const isUnderWay = ({ state }: LetterEntry): boolean => state === 'ready' || state === 'sending';
const isBulletinOf = ({ kind, round }: LetterEntry, wanted: string): boolean => kind === 'bulletin' && round === wanted;

function progressOf({ round, tasks, now }: Status): Pick<Chapter, 'progress'> {
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
  const remark = isLate ? `逾期 ${late}，距关闭 ${left} 秒` : `待报 ${waiting}，距截止 ${left} 秒`;
  return { progress: { label: roundName(round.id), reported: total - waiting, total, remark } };
}

const isAsked = ({ standing }: { readonly standing: Standing }): boolean =>
  standing !== 'accepted' && standing !== 'withdrawn';

function isAwaited(standing: Standing): boolean {
  return standing === 'asked' || standing === 'overdue' || standing === 'escalated';
}

function roundName(id: string): string {
  return `第${parseRoundId(id).number}期`;
}
