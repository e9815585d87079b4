import { setLetter } from './compose-letter.js';
import { paragraph, presentBlocks, type Letter } from './draft.js';
import { internal } from './frame.js';
import type { EscalationModel } from './letter-model.js';
import { roundName } from './round-name.js';
import { nameTable } from './task-table.js';

/** 签发前核对: what has to hold before a head is written to. */
export const signingQuestions = {
  delivered: '前次各函均送达、无退信、非仅自动回复',
  nothingArrived: '邮箱、公文交换、电话记录三处均无报送',
  noExtension: '无在批延期',
  noHandover: '无联络员交接',
  notQuiet: '非静默期',
  namesRight: '单位名称、关系、任务牵头无误',
  notOwn: '不是本局处室',
} as const;

export type SigningQuestion = keyof typeof signingQuestions;

/** `passed` absent: only a person can tell. */
export interface SigningCheck {
  readonly question: SigningQuestion;
  readonly passed?: boolean;
  readonly detail?: string;
}

const box = ({ passed }: SigningCheck): string => {
  if (passed === undefined) return '□';
  return passed ? '☑' : '☒';
};

/** The page a coordinator reads before signing; it is shown, never sent. */
export const composeSigningSheet = (
  model: EscalationModel,
  checks: readonly SigningCheck[],
  { zone }: { readonly zone: string },
): Letter =>
  setLetter({
    ...internal(model, zone),
    subject: `签发前核对：${model.party.name}${roundName(model.round.round)}督办函（${model.tasks.length}项）`,
    title: '签发前核对页（不外发）',
    blocks: presentBlocks([
      paragraph(`拟致${model.party.fullName}，督办${roundName(model.round.round)}未报任务${model.tasks.length}项。`),
      {
        kind: 'lines',
        lines: checks.map(
          (check) => `${box(check)} ${signingQuestions[check.question]}${check.detail ? `：${check.detail}` : ''}`,
        ),
      },
      nameTable(model.tasks),
    ]),
  });
