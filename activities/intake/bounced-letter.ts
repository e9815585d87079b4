import type { Bounce } from '../../mail/judge/delivery-report.js';
import type { Letter } from '../../record/letters.js';

/** A letter of ours that came back, or is late. */
export interface BouncedLetter {
  readonly letter: Letter;
  readonly permanent: boolean;
  /** Addresses that were not reached, of those the letter went to. */
  readonly addresses: readonly string[];
  /** An addressee was not reached, and not only somebody in copy. */
  readonly isLost: boolean;
}

/**
 * A report is believed only on addresses that we wrote to. One that names none of them, or none at all, speaks of
 * whom the letter was for.
 */
export function bouncedLetter(
  letter: Letter,
  { recipients, permanent }: Bounce,
  liaison: string | undefined,
): BouncedLetter {
  const isNamed = (address: string) => recipients.includes(address.toLowerCase());
  const named = [...letter.recipients, ...letter.copies].filter(isNamed);
  const addresses = named.length > 0 ? named : addresseesOf(letter, liaison);
  return { letter, permanent, addresses, isLost: named.length === 0 || letter.recipients.some(isNamed) };
}

function addresseesOf({ recipients }: Letter, liaison: string | undefined): readonly string[] {
  const first = liaison ?? recipients[0];
  if (recipients.length === 1 || first === undefined) return recipients;
  return [first];
}
