import type { FormLinkEntry } from '../domain/form-links.js';
import type { Words } from './words.js';

/** The link, and a line for each place it was used from. */
export function printLink({ partyName, round, url, uses }: FormLinkEntry, zone: string, words: Words): string {
  const { links, names } = words;
  if (round === null || url === null) return links.none(partyName);
  const places = uses.map((use) => {
    const { address, agent, firstAt, lastAt, opened, submitted } = use;
    const from = address === '*' ? links.others : `${address}${names.comma}${agent}`;
    return `  ${links.use(names.instant(zone, firstAt), names.instant(zone, lastAt), opened, submitted)}${names.colon}${from}`;
  });
  return [links.current(partyName, names.round(round), url), ...(uses.length === 0 ? [links.unused] : places)].join(
    '\n',
  );
}
