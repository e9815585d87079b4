import { addWorkdays } from '../../domain/add-workdays.js';
import type { EscalationCheck } from '../../domain/board.js';
import { chineseDay } from '../../domain/chinese-date.js';
import { isQuiet, quietDaysOf } from '../../domain/quiet-days.js';
import { dateIn } from '../../domain/zone-time.js';
import { signingQuestions } from '../../mail/compose/signing-sheet.js';
import { latestAnswers } from '../../record/answers.js';
import { type GateFacts, gateFacts } from '../../record/gate.js';
import { mailKindsSince } from '../../record/party-mail.js';
import type { Db, MailKind } from '../../record/schema.js';
import type { EscalationFacts } from './escalation-facts.js';

interface TaskGate extends GateFacts {
  readonly task: number;
}

/** What of 签发前核对 the record can tell; whether names are right only a person can. */
export async function escalationChecks(db: Db, facts: EscalationFacts): Promise<readonly EscalationCheck[]> {
  const { campaign, round, tasks, party } = facts;
  const of = { campaign: campaign.id, round: round.round, party: party.code };
  const gates: TaskGate[] = [];
  for (const { number: task } of tasks) gates.push({ task, ...(await gateFacts(db, { ...of, task })) });
  const numbers = new Set(tasks.map(({ number }) => number));
  const answered = (await latestAnswers(db, of)).filter(({ task }) => numbers.has(task)).map(({ task }) => task);
  const heard = await mailKindsSince(db, { ...of, since: round.opensAt });
  return [
    delivered(gates, heard, facts),
    nothingArrived(gates, answered),
    noHandover(facts),
    notQuiet(facts),
    notOwn(facts),
    headReachable(facts),
  ];
}

function delivered(
  gates: readonly TaskGate[],
  heard: ReadonlySet<MailKind>,
  { at, calendar, campaign }: EscalationFacts,
): EscalationCheck {
  const what = signingQuestions.delivered;
  const missing = gates.filter(({ deliveredAt }) => deliveredAt === null);
  if (missing.length > 0) return { what, passed: false, fact: `${tasksOf(missing)}本期尚无一封送达且未退信的函。` };
  const early = gates.filter(
    ({ deliveredAt }) => Date.parse(at) < Date.parse(addWorkdays(deliveredAt ?? at, 1, calendar)),
  );
  if (early.length > 0) return { what, passed: false, fact: `${tasksOf(early)}的前函送达不足一个工作日。` };
  if (heard.has('automatic') && !heard.has('acknowledgement') && !heard.has('answer')) {
    return { what, passed: false, fact: '本期只收到该单位的自动回复，联络员可能不在岗，请先电话核实。' };
  }
  const [first] = gates.flatMap(({ deliveredAt }) => deliveredAt ?? []).toSorted();
  const day = first === undefined ? '' : `最早一封于${chineseDay(dateIn(campaign.setup.zone, first))}送达，`;
  return { what, passed: true, fact: `${day}均未退信。` };
}

/** A request for an extension is held mail, too. */
function nothingArrived(gates: readonly TaskGate[], answered: readonly number[]): EscalationCheck {
  const [{ held, unread } = { held: 0, unread: 0 }] = gates;
  const found = [
    ...(answered.length > 0 ? [`任务${answered.join('、')}已有报送，签发时自动剔除`] : []),
    ...(held > 0 ? [`该单位有${held}封来信待核，可能是报送或延期申请`] : []),
    ...(unread > 0 ? [`尚有${unread}封来信未甄别`] : []),
  ];
  const passed = found.length === 0;
  const fact = passed ? '邮箱和填报页均无报送，无待核来信；公文交换和电话记录请人工核对。' : `${found.join('；')}。`;
  return { what: signingQuestions.nothingArrived, passed, fact };
}

function noHandover({ posts, round, campaign }: EscalationFacts): EscalationCheck {
  const since = posts['liaison-a']?.since;
  const passed = since === undefined || Date.parse(since) <= Date.parse(round.opensAt);
  const fact = passed
    ? '本期内联络员没有变更。'
    : `联络员A于${chineseDay(dateIn(campaign.setup.zone, since))}变更，请确认新任联络员已收到前函。`;
  return { what: signingQuestions.noHandover, passed, fact };
}

function notQuiet({ party, at, calendar, campaign }: EscalationFacts): EscalationCheck {
  const region = party.region === null ? {} : { region: party.region };
  const quiet = isQuiet(
    dateIn(campaign.setup.zone, at),
    quietDaysOf({ code: party.code, ...region }, calendar.quietDays ?? []),
  );
  const fact = quiet ? '今日在静默期内，不宜发函。' : '今日不在静默期内。';
  return { what: signingQuestions.notQuiet, passed: !quiet, fact };
}

function notOwn({ party }: EscalationFacts): EscalationCheck {
  const passed = party.relation !== 'own';
  const fact = passed ? `${party.name}不是本局处室。` : `${party.name}属本局，不发督办函，签发后转为协调员的工作提示。`;
  return { what: signingQuestions.notOwn, passed, fact };
}

function headReachable({ posts: { head }, party }: EscalationFacts): EscalationCheck {
  const what = '分管负责人信箱可用';
  if (party.relation === 'own') return { what, passed: true, fact: '本局处室，不需要分管负责人信箱。' };
  if (!head) return { what, passed: false, fact: `台账中没有${party.name}分管负责人的信箱，请先补登。` };
  if (head.bounced_at !== null) return { what, passed: false, fact: `${head.email} 曾经退信，请先更换。` };
  return { what, passed: true, fact: `${head.email} 无退信记录。` };
}

function tasksOf(gates: readonly TaskGate[]): string {
  return `任务${gates.map(({ task }) => task).join('、')}`;
}
