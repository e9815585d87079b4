/** What `contacts` says, and whatever lists changes of contacts. */
const chinese = {
  none: '没有登记的岗位。',
  noneOf: (party: string) => `${party}没有登记的岗位。`,
  head: ['代码', '单位', '岗位', '姓名', '邮箱', '电话', '自', '', ''] as readonly string[],
  historyHead: ['岗位', '姓名', '邮箱', '电话', '自', '至', '登记人', '事由'] as readonly string[],
  today: '现任',
  bounced: (at: string) => `${at}退信`,
  confirmed: (at: string) => `${at}确认`,
  hadBounced: '曾退信',
  nothingFound: '联络人没有发现问题。',
  urgencies: { now: '立即', soon: '尽快', later: '择机' },
  finding: (urgency: string, party: string, fact: string) => `${urgency}  ${party}：${fact}`,
  fact: (fact: string, since: string | undefined, letters: string) =>
    `${fact}${since === undefined ? '' : `，自${since}`}${letters === '' ? '' : `，退回函 ${letters}`}。`,
  todo: (todo: string) => `${todo}：`,
  counted: (urgency: string, count: number) => `${urgency}${count}项`,
  tally: (count: number, parts: string) => `共${count}项：${parts}。`,
  noChanges: '没有待办的联络人变更。',
  sources: { coordinator: '协调员登记', page: '确认页填写', reply: '来信' },
  states: { asked: '待登记', held: '待核定', applied: '已生效', refused: '已驳回' },
  vacant: '（空缺）',
  state: (state: string, by: string | null) => (by === null ? state : `${state}（${by}）`),
  change: (id: number, state: string, party: string, post: string, before: string, after: string) =>
    `变更 ${id}　${state}　${party}${post}：${before} → ${after}`,
  asked: (at: string, source: string, day: string | undefined) =>
    `${at}${source}${day === undefined ? '' : `，自${day}起`}`,
};

const english: typeof chinese = {
  none: 'No post is on file.',
  noneOf: (party) => `${party} has no post on file.`,
  head: ['code', 'party', 'post', 'name', 'address', 'telephone', 'since', '', ''],
  historyHead: ['post', 'name', 'address', 'telephone', 'since', 'until', 'entered by', 'reason'],
  today: 'today',
  bounced: (at) => `bounced ${at}`,
  confirmed: (at) => `confirmed ${at}`,
  hadBounced: 'had bounced',
  nothingFound: 'Nothing is wrong with the contacts.',
  urgencies: { now: 'now', soon: 'soon', later: 'later' },
  finding: (urgency, party, fact) => `${urgency}  ${party}: ${fact}`,
  fact: (fact, since, letters) =>
    `${fact}${since === undefined ? '' : `, since ${since}`}${letters === '' ? '' : `, letters that came back: ${letters}`}`,
  todo: (todo) => `${todo}:`,
  counted: (urgency, count) => `${count} ${urgency}`,
  tally: (count, parts) => `${count} in all: ${parts}.`,
  noChanges: 'No change of contacts waits.',
  sources: { coordinator: 'entered by a coordinator', page: 'by the page', reply: 'by a reply' },
  states: { asked: 'to be entered', held: 'to be decided', applied: 'applied', refused: 'refused' },
  vacant: '(vacant)',
  state: (state, by) => (by === null ? state : `${state} (${by})`),
  change: (id, state, party, post, before, after) => `Change ${id}  ${state}  ${party}, ${post}: ${before} → ${after}`,
  asked: (at, source, day) => `asked ${at} ${source}${day === undefined ? '' : `, from ${day}`}`,
};

export const contactWords = { zh: chinese, en: english };
