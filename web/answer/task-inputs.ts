import { z } from 'zod';
import type { AnswerContent } from '../../domain/answer.js';
import { ratings, type Rating } from '../../domain/rating.js';
import { withoutUnsaid } from '../without-unsaid.js';
import type { AskedTarget, AskedTask } from './answer-form.js';
import { readDay } from './read-day.js';
import { readFigure } from './read-figure.js';

const longest = 2_000;

const words = (label: string, max = longest) =>
  z.string().max(max, `“${label}”不超过${max}字，请精简；详细材料可回复邮件报送`).transform(unlessEmpty);

const day = (label: string) =>
  z.string().transform((text, context) => {
    const read = text === '' ? undefined : readDay(text);
    if (read === null) {
      context.addIssue(`“${label}”填的是“${text}”，不是一个日期；请写成 2026-04-27 这样的年-月-日`);
      return z.NEVER;
    }
    return read;
  });

const rating = z
  .custom<Rating | ''>(
    (code) => code === '' || (typeof code === 'string' && Object.hasOwn(ratings, code)),
    `“自评”应为${Object.values(ratings).join('、')}之一，请重新选择`,
  )
  .transform((code) => code || undefined);

const figuresOf = (targets: readonly AskedTarget[]) =>
  z.array(z.string()).transform((texts, context) =>
    targets.map((target, index) => {
      const read = readFigure(texts[index] ?? '', target);
      if (typeof read !== 'string') return read.value;
      context.addIssue({ code: 'custom', path: [index], message: read });
      return undefined;
    }),
  );

/** The inputs of one task as typed, checked field by field. */
export function taskInputs(task: AskedTask, today: string) {
  return z
    .object({
      rating,
      unchanged: z.string().transform((box) => box !== ''),
      progress: words('本期进展'),
      cause: words('滞后原因'),
      help: words('需协调事项'),
      nextSteps: words('下步措施'),
      nextBy: day('下步措施时限'),
      evidence: words('佐证文号', 300),
      completedOn: day('完成日期').refine(
        (date) => date === undefined || date <= today,
        `“完成日期”晚于今天（${today}）；完成后再报“已完成”，或把日期改为实际完成日`,
      ),
      experience: words('典型经验', 4_000),
      figures: figuresOf(task.targets),
    })
    .superRefine((inputs, context) => {
      if (inputs.unchanged) refuseMoved(task, inputs.figures, context);
    });
}

type Inputs = z.infer<ReturnType<typeof taskInputs>>;

/** Nothing that was not said; 无变化 says that the figures stand where they stood. */
export function contentOf(task: AskedTask, { figures, unchanged, ...said }: Inputs): AnswerContent {
  const values = figures.map((value, index) => value ?? (unchanged ? task.targets[index]?.last?.value : undefined));
  return {
    ...withoutUnsaid(said),
    figures: values.flatMap((value, target) => (value === undefined ? [] : [{ target, value }])),
    ...(unchanged && { unchanged }),
  };
}

function refuseMoved(task: AskedTask, figures: readonly (number | undefined)[], context: z.RefinementCtx): void {
  for (const [index, { last, unit }] of task.targets.entries()) {
    const value = figures[index];
    if (value === undefined || last === null || value === last.value) continue;
    const message = `勾选了“无变化”，但累计填${value}${unit}，上期为${last.value}${unit}；请取消勾选或改正累计数`;
    context.addIssue({ code: 'custom', path: ['figures', index], message });
  }
}

function unlessEmpty(text: string): string | undefined {
  return text === '' ? undefined : text;
}
