/** What `report` says. */
const chinese = {
  none: '没有单位连续两期未报，不需要专报。',
  nobodyNear: '也没有单位会因下一次未报而列入。',
  near: (count: number) => `再有一期未报即列入专报的单位（${count}）：`,
  party: (name: string, code: string, tasks: string) => `${name}（${code}）：任务${tasks}`,
  due: (count: number, rounds: string) => `${count} 个单位连续两期（${rounds}）未报。`,
  saved: (path: string) => `专报草稿已存为 ${path}。须经核实、审定后报送，系统不自动上报。`,
  badFile: (given: string) => `文件 ${given} 应以 .txt 或 .html 结尾。`,
  nothingToSave: '没有单位连续两期未报，没有专报可存；不加 --to 可看接近的单位。',
};

const english: typeof chinese = {
  none: 'No party has missed two rounds in a row: no report is due.',
  nobodyNear: 'Nobody is one round away from it either.',
  near: (count) => `One more missed round brings these parties into the report (${count}):`,
  party: (name, code, tasks) => `${name} (${code}): tasks ${tasks}`,
  due: (count, rounds) =>
    `${count === 1 ? '1 party has' : `${count} parties have`} missed two rounds in a row (${rounds}).`,
  saved: (path) => `Draft saved as ${path}. It is passed on by people, after a check; never by the system.`,
  badFile: (given) => `File ${given} must end in .txt or .html.`,
  nothingToSave: 'No party has missed two rounds in a row: there is no report to save; without --to see who is near.',
};

export const reportWords = { zh: chinese, en: english };
