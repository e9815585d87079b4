import type { MailPlace } from '../../record/mail-decisions.js';
import { partyRow } from '../../record/office-facts.js';
import type { Deps } from '../deps.js';

/** What a headline calls the party a mail seems to come from. */
export async function partyName({ db }: Pick<Deps, 'db'>, { campaign, party }: MailPlace): Promise<string> {
  if (campaign === undefined || party === undefined) return '未定单位';
  return (await partyRow(db, campaign, party))?.name ?? party;
}
