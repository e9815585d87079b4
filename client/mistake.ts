/** Something that the person at the keyboard can mend; the message is theirs to read, the exit code is 1. */
export const mistake = (message: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { name: 'Mistake' });

/** Settings that do not hold and refused starts are thrown by other rooms, under these names. */
const names: ReadonlySet<string> = new Set(['Mistake', 'Refusal', 'ServerAway', 'SettingsError']);

export const isMistake = (error: unknown): error is Error => error instanceof Error && names.has(error.name);
