import type { Terminal } from './terminal.js';

/** Does long work while the person at the terminal sees that it goes on; in a pipe and for `--json` nothing is shown. */
export async function working<Result>(
  { terminal }: { readonly terminal: Terminal },
  { json = false }: { readonly json?: boolean },
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = json ? undefined : await terminal.progress?.(what);
  try {
    const result = await work();
    end?.('done');
    return result;
  } catch (problem) {
    end?.('failed');
    throw problem;
  }
}
