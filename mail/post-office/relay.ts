import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { classifyFailure } from '../send/failure.js';
import { createPostbox, type Postbox } from '../send/postbox.js';
import { readEnvelopeFile, writeEnvelopeFile, type EnvelopeFile } from './envelope-file.js';

/** Carries mail for our own domain to the intake until it is accepted, over restarts of both sides. */
export interface Relay {
  /** Returns once the mail is on disk. */
  readonly enqueue: (mail: EnvelopeFile) => Promise<void>;
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
}

const carriers = 6;
const longestWaitMs = 5_000;

const pause = async (attempt: number, signal: AbortSignal): Promise<void> => {
  await wait(Math.min(longestWaitMs, 200 * 2 ** attempt), undefined, { signal }).catch(() => undefined);
};

/** The intake knows a mail by its bytes, so an uncertain attempt is simply made again. */
const attempt = async (postbox: Postbox, path: string): Promise<'done' | 'again'> => {
  try {
    const { from, to, raw } = await readEnvelopeFile(path);
    await postbox.deliver({ raw, envelope: { from, to } });
    await rm(path);
  } catch (error) {
    if (classifyFailure(error).kind !== 'refused') return 'again';
    await rename(path, `${path}.refused`);
  }
  return 'done';
};

const carry = async (postbox: Postbox, path: string, signal: AbortSignal): Promise<void> => {
  for (let tries = 0; !signal.aborted; tries += 1) {
    if ((await attempt(postbox, path)) === 'done') return;
    await pause(tries, signal);
  }
};

const leftOver = async (folder: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted();
};

export const openRelay = async (
  folder: string,
  intake: { readonly host: string; readonly port: number },
): Promise<Relay> => {
  const queue = [...(await leftOver(folder))];
  const postbox = createPostbox({ ...intake, pool: carriers, silenceMs: 10_000 });
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let number = Number((queue.at(-1) ?? '0').replace('.eml', ''));

  const pump = (): void => {
    while (running.size < carriers && queue.length > 0 && !stopping.signal.aborted) {
      const name = queue.shift() ?? '';
      const journey = carry(postbox, join(folder, name), stopping.signal).finally(() => {
        running.delete(journey);
        pump();
      });
      running.add(journey);
    }
  };
  pump();
  return {
    enqueue: async (mail) => {
      number += 1;
      const name = `${String(number).padStart(8, '0')}.eml`;
      await writeEnvelopeFile(join(folder, name), mail);
      queue.push(name);
      pump();
    },
    waiting: () => queue.length + running.size,
    close: async () => {
      stopping.abort();
      postbox.close();
      await Promise.allSettled(running);
    },
  };
};
