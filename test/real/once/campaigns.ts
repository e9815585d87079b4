import { startCampaign } from '../../../client/start-campaign.js';
import type { Register } from '../../../domain/register.js';
import { eventually } from '../../eventually.js';
import { sampleRegister } from '../../record/sample-register.js';
import { briskRound } from '../brisk.js';
import type { StruckOffice } from './struck-office.js';

/** Nothing but its opening leaves while the test runs. */
const quietHour = briskRound({
  reminder: 1_500,
  calls: 1_700,
  answerBy: 1_900,
  overdue: 2_100,
  secondOverdue: 2_300,
  escalation: 2_500,
  closes: 2_700,
  settle: 1,
  workday: 200,
});

/** Silent parties' heads are written to within a quarter of a minute. */
export const hastyRound = briskRound({
  reminder: 4,
  calls: 6,
  answerBy: 7,
  overdue: 8,
  secondOverdue: 12,
  escalation: 16,
  closes: 2_700,
  settle: 1,
  workday: 4,
});

const partiesEach = 6;

export interface SmallCampaign {
  readonly id: string;
  readonly code: string;
  /** Every party leads one task, of the same place in the register: task 1 is the first one's. */
  readonly parties: readonly string[];
  /** By which what is its own is recognised on the lines. */
  readonly marks: readonly string[];
}

export function smallCampaign(code: string, size = partiesEach): SmallCampaign {
  const parties = Array.from({ length: size }, (_, index) => `${code}p${index}`);
  return { id: `${code}-2030`, code, parties, marks: [`${code}-2030`, ...parties.map(domainOf), domainOf(code)] };
}

/** The domain of an addressee, which no other has. */
export const domainOf = (addressee: string): string => `@${addressee}.example`;

/** Safe to repeat, as often as a worker dies of it. */
export async function openCampaign(
  office: StruckOffice,
  { id, code, parties }: SmallCampaign,
  cadence = quietHour,
): Promise<void> {
  const anchoredAt = new Date().toISOString();
  const register = registerOf(code, parties.length);
  const request = { id, year: 2030, register, cadence, quietDays: [], by: 'zqb1', anchoredAt };
  await eventually(
    () => office.withBoard((board) => office.orders((orders) => startCampaign(board, orders, request))),
    180_000,
  );
}

function registerOf(code: string, size: number): Register {
  const sample = sampleRegister({ parties: size, tasks: size });
  const own = JSON.stringify({
    ...sample,
    campaign: { ...sample.campaign, id: code, publish: 'automatic', escalation: 'automatic' },
  })
    .replaceAll(/\bp(?=\d)/g, `${code}p`)
    .replaceAll('leaders@ln', `leaders@${code}`);
  return JSON.parse(own) as Register;
}
