import type { Words } from '../words.js';
import type { Asker } from './asker.js';
import { mistake } from '../mistake.js';

/** Asks on the terminal; Ctrl-C ends the guide, and nothing has been written by then. */
export async function terminalAsker({ ended, answers }: Words['init']): Promise<Asker> {
  const { confirm, isCancel, log, password, select, spinner, text } = await import('@clack/prompts');
  const answered = <Answer>(answer: Answer): Exclude<Answer, symbol> => {
    if (isCancel(answer)) throw mistake(ended);
    return answer as Exclude<Answer, symbol>;
  };
  return {
    text: async (message, { initial, placeholder, check } = {}) =>
      answered(
        await text({
          message,
          ...(initial !== undefined && { initialValue: initial }),
          ...(placeholder !== undefined && { placeholder }),
          validate: (given = '') => check?.(given.trim()),
        }),
      ).trim(),
    secret: async (message) => answered(await password({ message })),
    yes: async (message, initialValue = true) =>
      answered(await confirm({ message, initialValue, active: answers.yes, inactive: answers.no })),
    choose: async (message, choices) => {
      const options = Object.entries<string>(choices).map(([value, label]) => ({ value, label }));
      return answered(await select({ message, options, showInstructions: false })) as keyof typeof choices;
    },
    say: (line) => log.info(line),
    whileWaiting: async (line, work) => {
      const waiting = spinner();
      waiting.start(line);
      try {
        return await work();
      } finally {
        waiting.clear();
      }
    },
  };
}
