import type { ClientDeps } from './client-deps.js';

/** Prints a result: as data with `--json`, otherwise as text. */
export function report(
  { terminal }: Pick<ClientDeps, 'terminal'>,
  { json = false }: { readonly json?: boolean },
  data: unknown,
  text: () => string,
): void {
  terminal.print(json ? JSON.stringify(data, null, 2) : text());
}
