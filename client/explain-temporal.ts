import { z } from 'zod';
import {
  isGrpcServiceError,
  NamespaceNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

export interface Asked {
  /** Id of the workflow that was asked. */
  readonly to: string;
  readonly address: string;
  readonly namespace: string;
  /** How long an answer was waited for. */
  readonly seconds: number;
  readonly words: Words;
}

/** What a failed request to Temporal means to the person who gave the order. */
export function explainTemporal(error: unknown, { to, address, namespace, seconds, words }: Asked): unknown {
  if (error instanceof WorkflowUpdateFailedError) return explainFailure(error, words);
  if (error instanceof WorkflowNotFoundError) return mistake(goneBy(to, words), error);
  if (error instanceof NamespaceNotFoundError) return mistake(words.noNamespace(namespace, address), error);
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return mistake(words.noAnswer(seconds), error);
  const code = grpcCode(error);
  if (code === 4 || code === 1) return mistake(words.noAnswer(seconds), error);
  if (code === 14) return mistake(words.engineDown(address), error);
  return error;
}

/** The workflow of a mail ends with the decision on it. */
function goneBy(to: string, words: Words): string {
  const mail = /^intake\/(.+)$/.exec(to)?.[1];
  return mail === undefined ? words.notRunning(nameOfWorkflow(to, words)) : words.mailDecided(mail);
}

/** A refusal says so by its type; an activity's own refusal lies deeper in the chain of causes. */
function explainFailure(error: WorkflowUpdateFailedError, words: Words): Error {
  const failures = causes(error).filter((cause) => cause instanceof ApplicationFailure);
  const refusal = failures.find(({ type }) => type?.endsWith('Refused'));
  if (refusal !== undefined) return mistake(saidBy(refusal, words), error);
  return new Error(words.orderFailed(failures.at(-1)?.message ?? error.message), { cause: error });
}

/** What refuses says it in Chinese, and mostly in English beside it. */
function saidBy({ message, details }: ApplicationFailure, { language }: Words): string {
  const english = z.object({ english: z.string() }).safeParse(details?.[0]);
  return language === 'en' && english.success ? english.data.english : message;
}

function grpcCode(error: unknown): number | undefined {
  return causes(error).find((cause) => isGrpcServiceError(cause))?.code;
}

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 10; cause = cause.cause) chain.push(cause);
  return chain;
}

const shapes: readonly (readonly [keyof Words['workflows'], RegExp])[] = [
  ['campaign', /\/campaign$/],
  ['round', /\/round\/(.+)$/],
  ['task', /\/task\/0*(\d+)$/],
  ['desk', /\/desk\/(.+)$/],
  ['bulletin', /\/bulletin\/(.+)$/],
  ['intake', /^intake\/(.+)$/],
];

function nameOfWorkflow(id: string, { workflows }: Words): string {
  for (const [kind, shape] of shapes) {
    const match = shape.exec(id);
    if (match !== null) return workflows[kind](match[1] ?? '', id);
  }
  return id;
}
