import { once } from 'node:events';
import { broken, type Check, type Finding, type Visit } from './check.js';

export interface Examined {
  readonly name: string;
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

async function examineOne({ name, title, seconds, examine }: Check, visit: Visit): Promise<Examined> {
  try {
    return { name, title, findings: await Promise.race([examine(visit), tooLong(seconds)]) };
  } catch (error) {
    const found = `没有查成：${error instanceof Error ? error.message : String(error)}`;
    return { name, title, findings: [broken(found)] };
  }
}

async function tooLong(seconds: number): Promise<readonly Finding[]> {
  await once(AbortSignal.timeout(seconds * 1_000), 'abort');
  return [broken(`${seconds} 秒没有结果，不再等。`, '请查看网络和对方的服务器，再查一次。')];
}
