/** How an answer that was entered is read back. */
const chinese = {
  counted: (task: number, version: number, outcome: string, standing: string) =>
    `任务${task}：第${version}次报送已登记，计为${outcome}，现为“${standing}”。`,
  stored: (task: number, version: number) => `任务${task}：第${version}次报送已登记，已存，稍后计入。`,
  question: (text: string) => `需确认：${text}`,
  settle: (command: string) => `本件各项录完后办结（发回执）：${command}`,
};

const english: typeof chinese = {
  counted: (task, version, outcome, standing) =>
    `Task ${task}: version ${version} of its answer is entered and counts as "${outcome}"; it stands at "${standing}" now.`,
  stored: (task, version) => `Task ${task}: version ${version} of its answer is stored and will be counted shortly.`,
  question: (text) => `To be confirmed: ${text}`,
  settle: (command) => `Once all of the mail is entered, settle it (its sender gets a receipt): ${command}`,
};

export const takenWords = { zh: chinese, en: english };
