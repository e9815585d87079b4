import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { atTheMailroom, atTheOffice } from './activity-proxies.js';
import * as api from './api.js';

const linesAtMost = 40;
/** A workbook that is made to be slow takes a quarter of a minute, and each of a hundred mails may bring some. */
const judging = { startToCloseTimeout: '1 hour' } as const;
const delivering = { startToCloseTimeout: '10 minutes' } as const;

/**
 * Mails that arrived together: stored already, judged here, delivered to their tasks and acknowledged. Mails that take
 * long, such as those with workbooks, are judged in several passes: their tasks hear of them, and receipts leave, after
 * each. One that is held goes on in an intake of its own, which waits for the coordinator.
 */
export async function arrivals({ mails }: api.ArrivalsInput): Promise<void> {
  const headlines: string[] = [];
  const acknowledged: Promise<number>[] = [];
  let [more, apart] = [0, 0];
  let campaign: string | null | undefined;

  for (let left = mails; left.length > 0;) {
    const verdict = await atTheOffice.judgeTogether.executeWithOptions(
      { ...judging, summary: `甄别来件${left.length}封` },
      [{ mails: left, at: Date.now() }],
    );
    const judged = left.slice(0, verdict.judged);
    left = left.slice(judged.length);
    headlines.push(...verdict.headlines);
    more += verdict.more;
    apart += verdict.apart;
    describe(left.length);
    belongTo(verdict.campaign ?? null);
    const { answers, receipts } = verdict;
    if (answers > 0)
      await atTheOffice.deliverTogether.executeWithOptions({ ...delivering, summary: `送达${answers}项报送` }, [
        { mails: judged },
      ]);
    if (receipts > 0) acknowledge(judged, receipts);
  }
  await Promise.all(acknowledged);

  function describe(left: number): void {
    const lines = headlines.slice(0, linesAtMost);
    const unsaid = more + headlines.length - lines.length;
    const notes = [
      ...(left > 0 ? [`尚有${left}封正在甄别`] : []),
      ...(apart > 0 ? [`其中${apart}封待核，另在 intake 中办理`] : []),
    ];
    setCurrentDetails(
      [
        [`**来件${mails.length}封**`, ...notes].join('，'),
        [...lines, ...(unsaid > 0 ? [`……另有${unsaid}封`] : [])].map((line) => `- ${line}`).join('\n'),
      ].join('\n\n'),
    );
  }

  /** Found by its campaign as long as all its mails belong to one. */
  function belongTo(other: string | null): void {
    const known = campaign;
    campaign = known === undefined || known === other ? other : null;
    if (campaign !== (known ?? null)) upsertSearchAttributes([{ key: api.searchAttributes.campaign, value: campaign }]);
  }

  /** At the relay's pace: the next mails are judged meanwhile. */
  function acknowledge(judged: readonly string[], receipts: number): void {
    const sending = atTheMailroom.sendReceipts.executeWithOptions({ summary: `回执${receipts}封` }, [
      { mails: judged },
    ]);
    // Awaited at the end.
    sending.catch(() => undefined);
    acknowledged.push(sending);
  }
}
