/** The envelope as our server saw it; `from` is empty for the null return path. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export function isNullSender(envelope: Envelope): boolean {
  return /^<?>?$/.test(envelope.from.trim());
}
