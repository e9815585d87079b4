import type { NoteModel, NoteTopic } from '../../mail/compose/letter-model.js';
import { coordinatorsDesk } from '../../workflows/api.js';
import { addLetters } from '../../record/letters.js';
import { lockCampaigns } from '../../record/lock-campaigns.js';
import { claimNotes, dueNotes } from '../../record/notes.js';
import { campaignRow } from '../../record/office-facts.js';
import type { Deps } from '../deps.js';
import { letterKey, namedLetter } from './letter-name.js';

const topics: readonly NoteTopic[] = ['held', 'bounce', 'withheld', 'unsigned', 'doubtful'];

/** What the coordinators are to know by an instant becomes one letter. */
export async function claimNotesLetter(deps: Deps, campaign: string, at: number): Promise<void> {
  const upTo = new Date(at).toISOString();
  await deps.db.transaction().execute(async (trx) => {
    await lockCampaigns(trx, [campaign]);
    const notes = await dueNotes(trx, { campaign, upTo });
    if (notes.length === 0) return;
    const { setup } = await campaignRow(trx, campaign);
    const body: NoteModel = {
      kind: 'note',
      campaign: setup,
      at: upTo,
      notes: notes.map(({ about, text }) => ({ topic: topicOf(about), text })),
    };
    const key = letterKey({ campaign, addressee: `${coordinatorsDesk}.notes`, plannedAt: upTo, n: notes[0]?.id ?? 1 });
    const letter = {
      key,
      campaign,
      round: null,
      desk: coordinatorsDesk,
      kind: 'note',
      plannedAt: upTo,
      state: 'ready',
      body,
    } as const;
    const [added] = await addLetters(trx, [namedLetter(letter, deps.office)]);
    if (added) await claimNotes(trx, { campaign, upTo, letter: added.id });
  });
}

function topicOf(about: string): NoteTopic {
  return topics.find((topic) => about.startsWith(`${topic}/`)) ?? 'other';
}
