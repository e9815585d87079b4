import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { atTheMailroom, atTheOffice } from './activity-proxies.js';
import * as api from './api.js';

/**
 * Mails that arrived together: stored already, judged here, delivered to their tasks and acknowledged. One that is held
 * goes on in an intake of its own, which waits for the coordinator.
 */
export async function arrivals({ mails }: api.ArrivalsInput): Promise<void> {
  const { headlines, more, apart, answers, receipts, campaign } = await atTheOffice.judgeTogether.executeWithOptions(
    { summary: `甄别来件${mails.length}封`, startToCloseTimeout: '10 minutes' },
    [{ mails, at: Date.now() }],
  );
  setCurrentDetails(
    [
      `**来件${mails.length}封**${apart > 0 ? `，其中${apart}封待核，另在 intake 中办理` : ''}`,
      [...headlines, ...(more > 0 ? [`……另有${more}封`] : [])].map((line) => `- ${line}`).join('\n'),
    ].join('\n\n'),
  );
  if (campaign) upsertSearchAttributes([{ key: api.searchAttributes.campaign, value: campaign }]);
  if (answers > 0)
    await atTheOffice.deliverTogether.executeWithOptions({ summary: `送达${answers}项报送` }, [{ mails }]);
  if (receipts > 0) await atTheMailroom.sendReceipts.executeWithOptions({ summary: `回执${receipts}封` }, [{ mails }]);
}
