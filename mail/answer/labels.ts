import { halfWidth, trimMarks } from './half-width.js';

export type Label =
  | 'rating' | 'figures' | 'progress' | 'cause' | 'help' | 'nextSteps' | 'nextBy'
  | 'evidence' | 'completedOn' | 'experience' | 'filledBy' | 'reviewedBy' | 'signedOffBy'; // prettier-ignore

const names: readonly (readonly [Label, string])[] = [
  ['rating', '状态|自评|进展状态|完成状态|自评状态|任务状态|核定状态'],
  ['figures', '累计|本期累计|本年累计|累计数|累计数据|累计完成|累计完成数|完成数|完成值|量化指标|指标数据'],
  ['progress', '进展|本期进展|进展情况|工作进展|主要进展|最新进展|完成情况|推进情况|工作情况'],
  ['cause', '原因|滞后原因|存在问题|存在的问题|问题|主要原因|问题原因|原因分析|未启动原因|调整原因'],
  ['help', '需协调|需协调事项|需要协调|需要协调的事项|提请协调|提请协调事项|协调事项|需协调解决的问题'],
  ['nextSteps', '下步|下一步|下步措施|下一步措施|下步计划|下一步计划|下步工作|下一步工作|下步打算|下一步打算|工作计划'],
  ['nextBy', '时限|下步时限|承诺时限|预计完成时间|预计完成时限|预计赶上时间|预计时间|计划完成时间'],
  ['evidence', '佐证|文号|佐证文号|佐证材料|证明文号|佐证文件|印发文号'],
  ['completedOn', '完成日期|完成时间|办结日期|办结时间'],
  ['experience', '典型经验|典型做法|经验|经验做法|好的做法'],
  ['filledBy', '填报人|填表人|经办人|填报人员'],
  ['reviewedBy', '审核人|复核人|审核人员'],
  ['signedOffBy', '审签|审签人|审定人|签发人|审签领导'],
];

const byName = new Map(names.flatMap(([label, alike]) => alike.split('|').map((name) => [name, label] as const)));
const anyName = [...byName.keys()].toSorted((a, b) => b.length - a.length).join('|');
// A label begins a line or follows a stop: “重点问题：” within a sentence is not one.
const labelled = new RegExp(`(?<=^|[\\n;。,、 【(.)])(${anyName})(?:/(?:${anyName}))*】?[ ]{0,4}(?::|(?<=】))`, 'g');

export interface Labelled {
  /** What stands before the first label. */
  readonly lead: string;
  readonly fields: ReadonlyMap<Label, string>;
}

/** `状态：…；累计：…；进展：…` taken apart; a label said twice keeps both texts. */
export function readLabels(section: string): Labelled {
  const marks = [...halfWidth(section).matchAll(labelled)];
  const fields = new Map<Label, string>();
  for (const [index, mark] of marks.entries()) {
    const label = byName.get(mark[1] ?? '');
    const value = trimMarks(
      section.slice(mark.index + mark[0].length, marks[index + 1]?.index).replace(/[【(（]\s*$/, ''),
    );
    if (label === undefined || value === '' || /^[-—/无]+$/.test(value)) continue;
    const before = fields.get(label);
    fields.set(label, before === undefined ? value : `${before}\n${value}`);
  }
  return { lead: trimMarks(section.slice(0, marks[0]?.index).replace(/[【(（]\s*$/, '')), fields };
}
