import type { chineseInit } from './init-words-zh.js';

export const englishInit: typeof chineseInit = {
  needsTerminal:
    'This is no terminal, nobody can be asked: add --yes and say it with --office, --coordinator and the others (shuangyue init --help).',
  needsOffice:
    '--office and --coordinator are missing: with --yes nothing is asked, so name the office and one coordinator at least.',
  ended: 'Stopped; nothing was written.',
  keepSettings: (file) => `${file} exists: write it anew, beginning with its values? (the old one is kept)`,
  office: 'The office that writes (printed in letters and bulletins)',
  needed: 'This must not be empty.',
  coordinator: (number) => `Coordinator ${number}: name <address>`,
  badCoordinator: (given) => `"${given}" does not fit: write Zhang San <zhangsan@ln.gov.cn>.`,
  another: 'Another one? (more than five escalations at once need two signatures)',
  useServer: {
    smtp: 'Set the relay (SMTP) now? Without one, letters stay in the local post office',
    imap: 'Fetch answers from a mailbox (IMAP)?',
  },
  host: { smtp: 'Host of the relay, e.g. smtp.ln.gov.cn', imap: 'Host of the mailbox, e.g. imap.ln.gov.cn' },
  port: { smtp: 'Port (465 encrypted; 587 and 25 where offered)', imap: 'Port (993 encrypted; 143 where offered)' },
  user: { smtp: 'User (empty for none)', imap: 'User' },
  password: (kept) => (kept ? 'Password (empty for the one of before)' : 'Password'),
  badHost: (given) => `"${given}" is no host: write smtp.ln.gov.cn, without http:// and port.`,
  badPort: (given) => `"${given}" is no port: a whole number from 1 to 65535.`,
  trying: 'Trying to log in…',
  loggedIn: 'Logged in.',
  howOn: 'And now?',
  ways: { again: 'change it and try again', keep: 'write it as it is', without: 'go on without' },
  staysHere: 'Letters stay in the local post office; set SMTP_URL in .env later.',
  domain: 'Domain of our reply addresses (mail to reply+…@it has to reach us)',
  from: 'Sender, an address or name <address>',
  publicUrl: 'Where departments open the links, e.g. https://diaodu.ln.gov.cn',
  home: 'Folder of all data (back up all of it)',
  asExcel: 'Fill in the register with Excel? (otherwise a YAML text; both say the same and turn into each other)',
  written: (file, kept) =>
    `Wrote ${file} (readable by you alone)${kept === undefined ? '' : `; the one of before is ${kept}`}`,
  register: (file) => `Wrote ${file}: one sample party and one sample task, to be replaced`,
  excelHints:
    'Open it with Excel or WPS: areas, principles, kinds and relations can be chosen from lists; docs/register-excel.md tells how to fill it in.',
  folderNotMade: (folder, why) => `Folder ${folder} cannot be made (${why}): check its path and the rights.`,
  registerKept: (file) => `${file} exists and was left alone`,
  notTried: (trouble) => `Logging in failed, written all the same: ${trouble}`,
  next: (lines) => `Next:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  rehearsal: 'rehearsal',
  steps: {
    doctor: '# look everything over',
    check: '# write the register, check it',
    rehearse: '# rehearse a year, read all letters',
    up: '# start',
  },
};
