import { bare } from './cell-text.js';

/** The words a column offers, by the value each stands for; the first is the one that is written. */
export type Choices = Readonly<Record<string, readonly [string, ...string[]]>>;

export const targetKinds: Choices = {
  cumulative: ['累计', '累计值', '累计量', '累计数'],
  stock: ['存量', '存量值', '保有量', '期末数'],
  ratio: ['比率', '比例', '占比', '率', '百分比'],
  hold: ['保持', '保持类', '维持'],
  reduce: ['压缩', '压减', '下降', '减少', '压缩类'],
};

export const partyKinds: Choices = {
  department: ['部门', '省直部门', '厅局', '单位', '省直单位', '省直'],
  city: ['市', '地市', '城市', '设区市', '各市', '市州'],
};

export const relations: Choices = {
  own: ['本局', '本单位', '本厅', '本级'],
  peer: ['平级厅局', '平级', '平级部门', '省直部门', '厅局', '省直', '省政府部门', '同级'],
  party: ['省委部门', '党委部门', '党委', '省委、人大、政协机关'],
  mass: ['群团', '群团组织', '人民团体', '群众团体'],
  central: ['中央驻辽', '中央驻省', '中直', '中央单位', '中直单位', '中央驻地方单位', '垂管单位'],
  city: ['市', '各市', '地市', '下级', '设区市'],
};

export const publishWays: Choices = {
  approval: ['审签后印发', '审定后印发', '审定后发', '审签'],
  automatic: ['自动印发', '自动发', '自动'],
};

export const escalationWays: Choices = {
  signed: ['人工签发', '签发', '人工'],
  automatic: ['自动发出', '自动发函', '自动'],
};

export const cadenceKinds: Choices = {
  calendar: ['按工作日', '工作日', '日历'],
  brisk: ['按秒', '按秒（演示）', '演示'],
};

/** The value a word stands for; a word nobody knows is handed on as it is, for the rules to show. */
export function chosen(choices: Choices, text: string): string {
  const said = bare(text);
  const found = Object.entries(choices).find(
    ([value, words]) => value === said || words.some((word) => bare(word) === said),
  );
  return found?.[0] ?? text.trim();
}

/** The word that is written for a value. */
export const wordFor = (choices: Choices, value: string): string => choices[value]?.[0] ?? value;
