import { once } from 'node:events';
import { saidIn } from '../../domain/sentence.js';
import { broken, type Check, type Finding, type Visit } from './check.js';

export interface Examined {
  readonly name: Check['name'] | 'settings';
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** All checks at once, each within its own time; told of in their order as soon as those before are done. */
export async function examineAll(
  checks: readonly Check[],
  visit: Visit,
  tell: (examined: Examined) => void,
): Promise<readonly Examined[]> {
  const running = checks.map((check) => examineOne(check, visit));
  const all: Examined[] = [];
  for (const one of running) {
    const examined = await one;
    tell(examined);
    all.push(examined);
  }
  return all;
}

async function examineOne({ name, seconds, examine }: Check, visit: Visit): Promise<Examined> {
  const { words } = visit;
  const title = words.titles[name];
  try {
    return { name, title, findings: await Promise.race([examine(visit), tooLong(seconds, words)]) };
  } catch (error) {
    return { name, title, findings: [broken(words.notExamined(saidIn(words.language, error)))] };
  }
}

async function tooLong(seconds: number, words: Visit['words']): Promise<readonly Finding[]> {
  await once(AbortSignal.timeout(seconds * 1_000), 'abort');
  return [broken(words.tooLong(seconds), words.tooLongTodo)];
}
