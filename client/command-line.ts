/** The client's own commands as it prints them, ready to be copied. */
export function commandLine(campaign: string, ...words: readonly (string | number)[]): string {
  return ['shuangyue', ...words, '--campaign', campaign].map((word) => shellWord(String(word))).join(' ');
}

/** An order still lacks who gives it. */
export function orderLine(campaign: string, ...words: readonly (string | number)[]): string {
  return commandLine(campaign, ...words, '--as', '协调员代码');
}

/** Ids come from register files and mails: quoted unless plain, so that a copied line does only what it says. */
function shellWord(word: string): string {
  return /^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
