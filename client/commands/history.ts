import type { Command } from 'commander';
import type { TaskHistory } from '../../domain/board.js';
import type { ClientDeps } from '../client-deps.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading, readRound } from '../order-context.js';
import { printHistory } from '../print-history.js';
import { report } from '../report.js';
import { readTask } from '../task-list.js';
import { taskTimeline } from '../task-timeline.js';

interface HistoryOptions extends ReadOptions {
  readonly round?: string;
}

/** `history TASK`: the whole life of a task over the year, in one order. */
export function addHistory(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  withReadOptions(program.command('history'), deps.words)
    .description(help.history)
    .argument('<task>', help.taskNumber)
    .option('--round <round>', help.round)
    .action((given: string, options: HistoryOptions) => show(deps, given, options));
}

async function show(deps: ClientDeps, given: string, options: HistoryOptions): Promise<void> {
  const { words, terminal } = deps;
  const number = readTask(given, words);
  const { board, campaign } = await openReading(deps, options);
  const round = options.round === undefined ? undefined : readRound(deps, campaign, options.round);
  const history = inRound(await board.task(campaign.id, number), round);
  const timeline = taskTimeline(history, words);
  report(deps, options, { ...history, timeline }, () =>
    printHistory(history, timeline, { zone: campaign.zone, paint: terminal.paint, words }, round),
  );
}

function inRound(history: TaskHistory, round: string | undefined): TaskHistory {
  if (round === undefined) return history;
  const of = <Entry extends { readonly round: string | null }>(entries: readonly Entry[]): readonly Entry[] =>
    entries.filter((entry) => entry.round === round);
  const { transitions, answers, letters, calls, mails } = history;
  return {
    ...history,
    transitions: of(transitions),
    answers: of(answers),
    letters: of(letters),
    calls: of(calls),
    mails: of(mails),
  };
}
