import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { findLetter } from '../../record/letters.js';
import { refusal } from '../../record/refusal.js';
import type { Db } from '../../record/schema.js';
import { ids, type SignOutcome, signUpdate } from '../../workflows/api.js';
import { knownCampaign, refuseStranger } from './known.js';
import type { SendUpdate } from './send-update.js';

interface Signing {
  readonly campaign: string;
  readonly letter: number;
  readonly by: string;
}

/** Signing sends the letter, too. */
const withinMs = 30_000;

export async function signLetter(
  { db, send }: { readonly db: Db; readonly send: SendUpdate },
  { campaign, letter, by }: Signing,
): Promise<SignOutcome> {
  refuseStranger(await knownCampaign(db, campaign), by);
  const found = await findLetter(db, letter);
  if (found?.campaign !== campaign) {
    throw refusal(`行动 ${campaign} 没有编号为 ${letter} 的函：请用 shuangyue letters 查看编号后重试。`);
  }
  try {
    return await send(ids.desk(campaign, found.desk), signUpdate, { by, letter }, { withinMs });
  } catch (problem) {
    throw inWords(problem, letter);
  }
}

function inWords(problem: unknown, letter: number): unknown {
  if (problem instanceof WorkflowUpdateFailedError) return refusal(innermost(problem).message, problem);
  if (problem instanceof WorkflowNotFoundError) {
    return refusal(`函 ${letter} 所属的文书流程已经结束，不能签发：行动可能已关闭，请刷新看板核对。`, problem);
  }
  if (problem instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
    return refusal(
      `函 ${letter} 的签发结果还不知道：请稍后刷新看板核对，仍显示待签发的再签一次，不会重复发出。`,
      problem,
    );
  }
  return problem;
}

/** Our own sentence lies under the SDK's wrappings. */
function innermost(problem: Error): Error {
  return problem.cause instanceof Error ? innermost(problem.cause) : problem;
}
