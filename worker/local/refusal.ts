/** A start refused for a reason that the person at the terminal can mend; the message is theirs to read. */
export const refusal = (message: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { name: 'Refusal' });

export const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === 'Refusal';
