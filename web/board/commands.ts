/** The client's commands as the board prints them, ready to be copied. */
export interface CommandLine {
  readonly campaign: string;
  readonly coordinator: string;
}

export function boardCommands({ campaign, coordinator }: CommandLine) {
  const command = (...words: readonly (string | number)[]) =>
    ['shuangyue', ...words, '--campaign', campaign].map((word) => shellWord(String(word))).join(' ');
  const order = (...words: readonly (string | number)[]) => command(...words, '--as', coordinator);
  return {
    status: command('status'),
    showMail: (mail: string) => command('mail', 'show', mail),
    releaseMail: (mail: string, round: string | null, party: string | null) =>
      order('mail', 'release', mail, '--round', round ?? '期次', '--party', party ?? '单位代码'),
    enterMail: (mail: string) => order('answer', '任务号', '--mail', mail, '--rating', '自评'),
    refuseMail: (mail: string) => order('mail', 'refuse', mail, '--why', '事由'),
    approveContact: (change: number) => order('contacts', 'approve', change),
    refuseContact: (change: number) => order('contacts', 'refuse', change, '--why', '事由'),
    checkContacts: command('contacts', 'check'),
    sign: (letter: number) => order('sign', letter),
    showBulletin: (round: string) => command('bulletin', 'show', round),
    approveBulletin: (round: string) => order('bulletin', 'approve', round),
    returnBulletin: (round: string) => order('bulletin', 'return', round, '--why', '事由'),
    extend: (task: number) => order('extend', task, '--until', '日期', '--why', '事由'),
    excuse: (task: number) => order('excuse', task, '--why', '事由'),
  } as const;
}

export type BoardCommands = ReturnType<typeof boardCommands>;

/** Ids come from register files and mails: quoted unless plain, so that a copied line does only what it says. */
function shellWord(word: string): string {
  return /^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
