import { holds } from '../../eventually.js';
import { domainOf, hastyRound, openCampaign, type SmallCampaign, smallCampaign } from './campaigns.js';
import { arrive, closeRound, openingsAt, patienceMs, release, type ToAnswer } from './events.js';
import { type Reply, type ReplyKind, replyWith } from './replies.js';
import { areOut, areTold, isSettled } from './settled.js';
import {
  arrivalSteps,
  bulletinSteps,
  escalationSteps,
  judgementSteps,
  openingSteps,
  receiptSteps,
  releaseSteps,
} from './steps.js';
import type { Strike } from './strikes.js';
import type { StruckOffice } from './struck-office.js';

/** One kill at one step, and what was under way. */
export type Trial = {
  readonly step: string;
  /** Why nobody died. */
  readonly missed: readonly string[];
} & (
  | { readonly of: 'opening' | 'escalation' | 'bulletin'; readonly campaign: SmallCampaign }
  | { readonly of: 'mail'; readonly mails: readonly Reply[] }
);

/** Kills that are waited for at the same time, each of what bears its own marks. */
const lanes = 2;

/** Which of all steps, by name. */
export type Choice = (strike: Strike) => boolean;

/**
 * Every chosen step once: openings, each of a campaign of its own; then replies to them, two at a time, one in words and
 * one with a sheet; then 督办函; then bulletins. What a kill left behind is mended while the next ones strike.
 */
export async function strikeEveryStep(office: StruckOffice, pass: number, isChosen: Choice): Promise<readonly Trial[]> {
  const campaigns = openingSteps.map((_, index) => smallCampaign(`r${pass}n${index}`));
  const campaignAt = (index: number) => campaigns[index] as SmallCampaign;
  const openings = await inLanes(lanes, openingSteps.filter(isChosen), async (strike, index): Promise<Trial> => {
    const campaign = campaignAt(index);
    const missed = await struckBy(office, strike, campaign.marks, () => openCampaign(office, campaign));
    return { step: strike.name, of: 'opening', campaign, missed };
  });
  for (const campaign of campaigns.slice(openings.length)) await openCampaign(office, campaign);
  const mails = await strikeMails(office, pass, isChosen, await openingsAt(office, campaigns));
  await settle(() => isSettled(office));
  const escalations = await strikeEscalations(office, pass, isChosen);
  const bulletins = await inLanes(lanes, bulletinSteps.filter(isChosen), async (strike, index): Promise<Trial> => {
    const campaign = campaignAt(index);
    const missed = await struckBy(office, strike, campaign.marks, () => closeRound(office, campaign));
    return { step: strike.name, of: 'bulletin', campaign, missed };
  });
  await settle(() => areOut(office, campaigns.slice(0, bulletins.length)));
  await settle(() => isSettled(office));
  return [...openings, ...mails, ...escalations, ...bulletins];
}

async function strikeMails(
  office: StruckOffice,
  pass: number,
  isChosen: Choice,
  letters: readonly ToAnswer[],
): Promise<readonly Trial[]> {
  const left = [...letters];
  const answer = async (strike: Strike, index: number): Promise<Trial> => {
    const kinds: readonly ReplyKind[] = (index + pass) % 2 === 0 ? ['plain', 'sheet'] : ['sheet', 'plain'];
    const about = left.splice(0, 2);
    const mails = await Promise.all(about.map(({ letter, task }, at) => replyWith(kinds[at] ?? 'plain', letter, task)));
    const marks = [...mails.map(markOf), ...about.map(({ party }) => domainOf(party))];
    const missed = await struckBy(office, strike, marks, () => arrive(office, mails));
    return { step: strike.name, of: 'mail', mails, missed };
  };
  const vouch = async (strike: Strike): Promise<Trial> => {
    const [about] = left.splice(0, 1);
    if (!about) throw new Error('there are too few parties for the steps');
    const mail = await replyWith('stranger', about.letter, about.task);
    await arrive(office, [mail]);
    const missed = await struckBy(office, strike, [markOf(mail)], () => release(office, mail, about.party));
    return { step: strike.name, of: 'mail', mails: [mail], missed };
  };
  return [
    ...(await inLanes(1, arrivalSteps.filter(isChosen), answer)),
    ...(await inLanes(lanes, [...judgementSteps, ...receiptSteps].filter(isChosen), answer)),
    ...(await inLanes(lanes, releaseSteps.filter(isChosen), vouch)),
  ];
}

async function strikeEscalations(office: StruckOffice, pass: number, isChosen: Choice): Promise<readonly Trial[]> {
  const trials = await inLanes(
    escalationSteps.length,
    escalationSteps.filter(isChosen),
    async (strike, index): Promise<Trial> => {
      const campaign = smallCampaign(`e${pass}n${index}`, 2);
      const missed = await struckBy(office, strike, campaign.marks, () => openCampaign(office, campaign, hastyRound));
      return { step: strike.name, of: 'escalation', campaign, missed };
    },
  );
  await settle(() => areTold(office));
  return trials;
}

const markOf = ({ mail }: Reply): string => mail.slice(0, 16);

async function inLanes<T>(
  width: number,
  strikes: readonly Strike[],
  strikeAt: (strike: Strike, index: number) => Promise<T>,
): Promise<readonly T[]> {
  const done: T[] = [];
  for (let start = 0; start < strikes.length; start += width) {
    const together = strikes.slice(start, start + width);
    done.push(...(await Promise.all(together.map((strike, index) => strikeAt(strike, start + index)))));
  }
  return done;
}

/** What never settles is found in the ledger afterwards, with what is amiss about it. */
async function settle(isSo: () => Promise<boolean>): Promise<void> {
  await holds('everything settled', isSo, patienceMs).catch(() => undefined);
}

async function struckBy(
  { strikes }: StruckOffice,
  strike: Strike,
  marks: readonly string[],
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  const struck = strikes.arm(strike, marks).then(
    () => [],
    (error: Error) => [error.message],
  );
  const [missed] = await Promise.all([struck, work()]);
  return missed;
}
