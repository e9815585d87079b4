import type { CampaignEntry, PartyStatus, StandingCounts, Status } from '../domain/board.js';
import { chineseRound } from '../domain/chinese-date.js';
import { standings, type Standing } from '../domain/standing.js';
import { paintStanding } from './paint-standing.js';
import { waitingLines } from './print-waiting.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { wallInstant } from './wall-instant.js';
import type { Waiting } from './waiting.js';

type Paint = Terminal['paint'];

const order = Object.keys(standings).filter((word): word is Standing => Object.hasOwn(standings, word));

const campaignStates = { running: '进行中', paused: '已暂停', closed: '已结束' } as const;
const roundStates = { planned: '未开启', open: '报送中', closing: '关闭中', closed: '已关闭' } as const;

/** The words carry the meaning; colour only helps. */
export function printStatus(status: Status, waiting: Waiting, campaign: CampaignEntry, paint: Paint): string {
  const { zone } = campaign;
  return [
    heading(status, zone, paint),
    countsLine(status, paint),
    partyTable(status, paint),
    nextSection(status, zone, paint),
    waitingSection(status, waiting, campaign, paint),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function heading({ campaign, title, state, now, round, letters }: Status, zone: string, paint: Paint): string {
  const at = (instant: string) => wallInstant(zone, instant);
  const call =
    round === null
      ? '尚无调度期'
      : `${chineseRound(round.id)}调度（${roundStates[round.state]}）：${at(round.opensAt)}开启，${at(round.answerBy)}截止，${at(round.closesAt)}关闭`;
  return [
    `${paint('bold', title)}（${campaign}）　${campaignStates[state]}　${at(now)}`,
    call,
    `函件：已发 ${letters.sent} 封，待发 ${letters.waiting} 封，被拒收 ${letters.refused} 封`,
  ].join('\n');
}

function countsLine({ counts, tasks }: Status, paint: Paint): string {
  const said = shown(counts).map((standing) =>
    paintStanding(standing, paint, `${standings[standing]} ${counts[standing] ?? 0}`),
  );
  return `任务 ${tasks.length} 项：${said.join('　')}`;
}

function partyTable({ counts, parties }: Status, paint: Paint): string {
  const columns = shown(counts);
  const head = ['单位', '任务', ...columns.map((standing) => standings[standing]), '需留意'];
  const rows = parties.map((party) => partyRow(party, columns, paint));
  return parties.length === 0
    ? ''
    : table(
        head,
        rows,
        head.map((_, index) => index).filter((index) => index > 0 && index < head.length - 1),
      );
}

function partyRow({ name, tasks, counts, troubles }: PartyStatus, columns: readonly Standing[], paint: Paint) {
  const cells = columns.map((standing) => {
    const count = counts[standing] ?? 0;
    return count === 0 ? paint('gray', '·') : paintStanding(standing, paint, String(count));
  });
  return [name, tasks, ...cells, troubles.join('；')];
}

function nextSection({ next }: Status, zone: string, paint: Paint): string {
  if (next.length === 0) return '';
  const rows = next.map(({ at, what }) => [`  ${wallInstant(zone, at)}`, what]);
  return `${paint('bold', '下一步')}\n${table([], rows)}`;
}

function waitingSection({ waiting: counts }: Status, waiting: Waiting, campaign: CampaignEntry, paint: Paint): string {
  const lines = waitingLines(campaign, waiting, campaign.zone);
  const withheld = counts.withheld > 0 ? [`  暂缓督办 ${counts.withheld} 项：条件具备后自动再核对，原因见上表。`] : [];
  const all = [...lines, ...withheld];
  return all.length === 0
    ? paint('green', '没有等待协调员处理的事项。')
    : `${paint('bold', '等待协调员')}\n${all.join('\n')}`;
}

function shown(counts: StandingCounts): readonly Standing[] {
  return order.filter((standing) => (counts[standing] ?? 0) > 0);
}
