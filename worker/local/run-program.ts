import { execFile } from 'node:child_process';

/** `code` is null when the program could not be started or was ended before it finished. */
export type Outcome = { readonly code: number | null; readonly output: string };

export const runProgram = (command: string, args: readonly string[], timeoutMs: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const options = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 16 * 1024 * 1024 } as const;
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, output: stdout + stderr || (error?.message ?? '') });
    });
  });
