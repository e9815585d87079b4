import type { Entry } from './entry.js';

const kinds: readonly { readonly cause: string; readonly words: RegExp }[] = [
  { cause: '资金未到位', words: /资金|经费|预算|拨付/ },
  { cause: '数据滞后', words: /数据|统计|口径|数字未出/ },
  { cause: '分工待明确', words: /分工|职责|责任单位|牵头不明/ },
  { cause: '程序未完成', words: /审批|报批|审签|审定|招标|采购|征求意见|公示/ },
];

const order = [...kinds.map(({ cause }) => cause), '其他原因', '原因未说明'];

/** Tasks by the kind of cause their parties gave; the first kind whose words occur counts. */
export function causeGroups(
  entries: readonly Entry[],
): readonly { readonly cause: string; readonly entries: readonly Entry[] }[] {
  return order
    .map((cause) => ({ cause, entries: entries.filter((entry) => kindOf(entry) === cause) }))
    .filter((group) => group.entries.length > 0);
}

function kindOf({ answer }: Entry): string {
  const cause = answer?.content.cause;
  if (cause === undefined) return '原因未说明';
  return kinds.find(({ words }) => words.test(cause))?.cause ?? '其他原因';
}
