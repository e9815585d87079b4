import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';

/** A yes given beforehand, or now by the person at the terminal; without either nothing is done. */
export async function confirmed(
  { terminal, words }: ClientDeps,
  { yes = false }: { readonly yes?: boolean },
  question: string,
): Promise<boolean> {
  if (yes) return true;
  if (terminal.ask === undefined) throw mistake(words.needsYes);
  return terminal.ask(question);
}
