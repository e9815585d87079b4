import type { CampaignSetup } from '../../domain/register.js';
import { instant, fullDay } from './chinese-date.js';
import type { Block, Draft } from './draft.js';
import type { AlsoDue, LetterTask } from './letter-model.js';

/** 联系人及座机, the two standing reminders: the foot of every letter that leaves the office. */
export const officialFoot = (campaign: CampaignSetup): readonly string[] => {
  const contact = [campaign.coordinators[0]?.name, campaign.phone].filter(Boolean).join('　');
  return [
    ...(contact ? [`联系人：${contact}`] : []),
    '涉密及工作秘密事项请勿通过本邮件报送。',
    '如已通过公文交换等渠道报送，请告知文号，我们即予核销。',
  ];
};

export const internalFoot: readonly string[] = ['本件由双月调度系统汇总，供协调岗位办理，不外发。'];

/** The parts that every letter to a unit has. */
export const official = (
  { campaign, at }: { readonly campaign: CampaignSetup; readonly at: string },
  zone: string,
): Pick<Draft, 'issuer' | 'date' | 'foot'> => ({
  issuer: campaign.issuer,
  date: fullDay(at, zone),
  foot: officialFoot(campaign),
});

export const internal = (
  { campaign, at }: { readonly campaign: CampaignSetup; readonly at: string },
  zone: string,
): Pick<Draft, 'issuer' | 'date' | 'foot'> => ({
  issuer: campaign.issuer,
  date: fullDay(at, zone),
  foot: internalFoot,
});

export const howToReply = (tasks: readonly { readonly number: number }[]): string => {
  const first = tasks[0];
  if (!first) return '回复时请在此线以上作答。';
  if (tasks.length === 1) return `回复时请在此线以上作答，可直接写明任务${first.number}的进展。`;
  return `回复时请在此线以上作答；多项任务请分项写：“任务${first.number}：……”，每项另起一行。`;
};

export const formLink = (link: string | undefined, closesAt: string, zone: string): Block => ({
  kind: 'link',
  label: '填报链接',
  url: link ?? '',
  note: `（仅供贵单位使用，至${instant(closesAt, zone)}有效）`,
});

const names = (tasks: readonly LetterTask[]): string => tasks.map(({ number }) => `任务${number}`).join('、');

const alsoSentence = ({ step, tasks }: AlsoDue): string => {
  switch (step) {
    case 'opening':
      return `${names(tasks)}本期开始调度，请按应报日报送。`;
    case 'reminder':
      return `${names(tasks)}尚未报送，请按应报日报送。`;
    case 'overdue':
    case 'second-overdue':
      return `${names(tasks)}已过应报日，请尽快补报。`;
    case 'return':
      return `${names(tasks)}的报送内容需补正，请按应报日反馈。`;
    case 'return-reminder':
      return `${names(tasks)}的补正事项尚未反馈，请按应报日反馈。`;
    case 'handover':
      return `${names(tasks)}已调整牵头单位，本期无需再由贵单位报送。`;
  }
};

/** One sentence for each other step whose tasks ride along in this letter. */
export const alsoDue = (also: readonly AlsoDue[] | undefined): readonly string[] =>
  (also ?? []).flatMap((due) => (due.tasks.length > 0 ? [`另，${alsoSentence(due)}`] : []));

/** 一、二、三… over the points that are present. */
export const numberedPoints = (points: readonly (string | false | undefined)[]): readonly Block[] =>
  points
    .filter((point): point is string => Boolean(point))
    .map((point, i) => ({ kind: 'paragraph', text: `${'一二三四五六七八九'[i]}、${point}` }));
