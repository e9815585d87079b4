/** Refused for a reason that the person at the terminal can mend; the message is theirs to read. */
export const refusal = (message: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { name: 'Refusal' });
