import { counted } from '../../domain/sentence.js';

const chinese = {
  current: (party: string, round: string, url: string) => `${party}，${round}填报链接：\n  ${url}`,
  none: (party: string) => `${party}：现在没有开启的调度期，没有可用的填报链接。`,
  unused: '  还没有人打开过。',
  others: '其他地址合计',
  use: (first: string, last: string, opened: number, submitted: number) =>
    `${first}至${last}，打开${opened}次，提交${submitted}次`,
  revoked: (party: string, url: string | null) =>
    url === null
      ? `${party}此前的填报链接已全部停用；以后的函件用新链接。`
      : `${party}此前的填报链接已全部停用。新链接如下，请按可靠渠道告知；以后的函件用新链接：\n  ${url}`,
};

const english: typeof chinese = {
  current: (party, round, url) => `${party}, link of ${round}:\n  ${url}`,
  none: (party) => `${party}: no round is open, so there is no link.`,
  unused: '  Nobody has opened it yet.',
  others: 'other places together',
  use: (first, last, opened, submitted) =>
    `${first} to ${last}, opened ${counted(opened, 'time')}, handed in ${counted(submitted, 'time')}`,
  revoked: (party, url) =>
    url === null
      ? `Links sent to ${party} open nothing any more; later letters carry a new one.`
      : `Links sent to ${party} open nothing any more. Tell the new one by a way you trust; later letters carry it:\n  ${url}`,
};

export const linkWords = { zh: chinese, en: english };
