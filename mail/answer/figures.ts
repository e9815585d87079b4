import type { Figure } from '../../domain/answer.js';
import type { Target } from '../../domain/register.js';
import { halfWidth } from './half-width.js';
import { bareNumber, mentionsOf, type Mention } from './numbers.js';

export interface FiguresRead {
  readonly figures: readonly Figure[];
  /** What is asked back about them, one Chinese sentence each without a stop. */
  readonly questions: readonly string[];
}

type Finding = { readonly value: number } | { readonly question: string } | undefined;

const chineseNumber =
  '[约近逾超]?(?:[〇零一二两三四五六七八九十百千万亿]{2,}|[一二两三四五六七八九十][百千万亿])(?:多|余|几)?';

/** The cumulative figures said for a task's targets; what could mean two things is asked, never guessed. */
export function readFigures(label: string | undefined, prose: string, targets: readonly Target[]): FiguresRead {
  const said = halfWidth(label ?? '');
  const told = halfWidth(prose);
  const findings = targets.map((target) => {
    const fromLabel = label === undefined ? undefined : fromLabelled(said, target, targets);
    return fromLabel ?? fromProse(told, target, targets);
  });
  const questions = findings.flatMap((finding) =>
    finding !== undefined && 'question' in finding ? [finding.question] : [],
  );
  return {
    figures: findings.flatMap((finding, target) =>
      finding !== undefined && 'value' in finding ? [{ target, value: finding.value }] : [],
    ),
    questions: [...new Set([...questions, ...unreadLabel(said, label, findings)])],
  };
}

function unreadLabel(said: string, label: string | undefined, findings: readonly Finding[]): string[] {
  if (label === undefined || findings.length === 0 || findings.some((finding) => finding !== undefined)) return [];
  return [
    /\d/.test(said) ? `累计数填“${short(label)}”，单位与台账不符，请核对` : `累计数填“${short(label)}”，请报准确数`,
  ];
}

function fromLabelled(said: string, target: Target, targets: readonly Target[]): Finding {
  const alone = targets.length === 1 ? bareNumber(said) : undefined;
  if (alone !== undefined) return { value: alone };
  return decide(
    mentionsOf(withoutRemarks(said), target.unit).filter((mention) => roleOf(mention) !== 'apart'),
    target,
    targets,
  );
}

// （上期900，本期+310）beside the figure explains it.
function withoutRemarks(said: string): string {
  return said.replace(/\([^()]*\d[^()]*\)/g, ' ');
}

function fromProse(told: string, target: Target, targets: readonly Target[]): Finding {
  const mentions = mentionsOf(told, target.unit);
  const by = (role: Role): Mention[] => mentions.filter((mention) => roleOf(mention) === role);
  const alone = /^[^\d]{0,4}$/.test(told.replace(/[\d.,万亿千 ]+[^\d\s;。,]{1,6}/, '').trim()) ? by('bare') : [];
  return (
    decide(by('total'), target, targets) ??
    spelledOut(told, target) ??
    decide(by('reached'), target, targets) ??
    decide(alone, target, targets) ??
    onlyIncrease(by('increase'))
  );
}

type Role = 'total' | 'reached' | 'increase' | 'apart' | 'bare';

/** What the words before a number make of it; the last word said decides. */
function roleOf({ before, after }: Mention): Role {
  const since = before.slice(Math.max(...[...before.matchAll(/[(:]/g)].map((match) => match.index + 1), 0));
  if (
    /(上期|上年|去年|上次|上月|(?<!按|照)计划|目标(?!任务?完成)|任务量|拟|预计|力争|还需|尚需|剩余|其中|占|同比|增长|提高|下降|完成率)[^,]{0,16}$/.test(
      since,
    )
  )
    return 'apart';
  if (/(累计|累积|总计|共计|合计|总数)[^,\d]{0,16}$/.test(since)) return 'total';
  if (/(本期|本月|本季|本季度|当期|本次|新增|净增|增加|较上期|比上期|\+)[^,]{0,12}$/.test(since)) return 'increase';
  if (/(完成|达到|达|实现)了?[^,\d]{0,8}$/.test(since) && !/^(的|企业的)/.test(after)) return 'reached';
  return 'bare';
}

function decide(mentions: readonly Mention[], target: Target, targets: readonly Target[]): Finding {
  const [first] = mentions;
  if (first === undefined) return undefined;
  const vague = mentions.find(({ approximate }) => approximate);
  if (vague !== undefined) return { question: `填“${nearlyWritten(vague)}”，请报准确数` };
  const values = new Set(mentions.map(({ value }) => value));
  if (values.size > 1)
    return {
      question: `累计数有${[...new Set(mentions.map(({ written }) => `“${written}”`))].slice(0, 4).join('、')}几种说法，请明确以哪个为准`,
    };
  const twins = targets.filter(({ unit }) => unit === target.unit).length;
  return twins > 1 ? { question: `“${first.written}”未说明是哪一项指标，请分别报数` } : { value: first.value };
}

function nearlyWritten({ before, written, after }: Mention): string {
  const lead = /(约|大约|约为|近|接近|将近|超|超过|逾|不少于|不低于|至少|大概)\s*$/.exec(before)?.[1] ?? '';
  return lead + written + (/^\s*(左右|上下|以上|以内|余|多)/.exec(after)?.[1] ?? '');
}

function spelledOut(told: string, target: Target): Finding {
  const unit = target.unit.replace(/[（(].*$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`(?:累计|共计|合计|达到|完成)[^,;。\\n\\d]{0,10}?(${chineseNumber}${unit})`).exec(told)?.[1];
  return found === undefined ? undefined : { question: `填“${found}”，请报准确数` };
}

function onlyIncrease(mentions: readonly Mention[]): Finding {
  const [first] = mentions;
  return first === undefined ? undefined : { question: `只见本期数“${first.written}”，请报本年累计数` };
}

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text.replaceAll('\n', ' ');
}
