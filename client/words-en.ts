import { englishHelp } from './help-en.js';
import { englishInit } from './init/init-words-en.js';
import { bulletinWords } from './words/bulletins.js';
import { callWords } from './words/calls.js';
import { contactWords } from './words/contacts.js';
import { linkWords } from './words/links.js';
import { historyWords } from './words/history.js';
import { letterWords } from './words/letters.js';
import { mailWords } from './words/mail.js';
import { nameWords } from './words/names.js';
import { planWarningWords } from './words/plan-warning.js';
import { planWords } from './words/plan.js';
import { registerNoteWords } from './words/register-notes.js';
import { registerWords } from './words/register.js';
import { reportWords } from './words/report.js';
import { runningWords } from './words/running.js';
import { sheetWords } from './words/sheet.js';
import { statusWords } from './words/status.js';
import { takenWords } from './words/taken.js';
import { teachWords } from './words/teach.js';
import { workingWords } from './words/working.js';
import { counted } from '../domain/sentence.js';
import { chinese } from './words-zh.js';

const list = (items: readonly string[]): string => items.join(', ');
const hint = (meant?: string): string => (meant === undefined ? '' : ` Did you mean ${meant}?`);

export const english: typeof chinese = {
  language: 'en',
  help: englishHelp,
  init: englishInit,
  names: nameWords.en,
  calls: callWords.en,
  history: historyWords.en,
  status: statusWords.en,
  report: reportWords.en,
  letters: letterWords.en,
  mail: mailWords.en,
  contacts: contactWords.en,
  links: linkWords.en,
  bulletins: bulletinWords.en,
  plan: planWords.en,
  planWarning: planWarningWords.en,
  register: registerWords.en,
  registerNote: registerNoteWords.en,
  sheet: sheetWords.en,
  taken: takenWords.en,
  running: runningWords.en,
  working: workingWords.en,
  teach: teachWords.en,
  taskNumbers: 'TASKS',
  unknownCommand: (name, meant) => `There is no command "${name}".${hint(meant)} See shuangyue help.`,
  unknownOption: (name, meant) => `There is no option ${name}.${hint(meant)} See --help.`,
  missingArgument: (name) => `Argument <${name}> is missing; see --help.`,
  missingValue: (option) => `Option ${option} needs a value.`,
  missingOption: (option) => `Option ${option} is missing.`,
  tooManyArguments: 'Too many arguments; quote what contains spaces, see --help.',
  badTaskList: (given) => `"${given}" is no task number: write 17, 17 18 21 or 17-21.`,
  oneTaskOnly: (given) => `One task at a time: "${given}" is more than one.`,
  badDate: (given) => `"${given}" is no date: write 2026-04-30 or 04-30.`,
  badYear: (given) => `"${given}" is no year: write four digits, e.g. 2026.`,
  badRound: (given) => `"${given}" is no round: write 2026-3, or just 1 to 6.`,
  badShell: (given) => `"${given}" is no shell known here: expected bash or zsh.`,
  badPhone: (given) => `"${given}" is no telephone number: write at least three digits, e.g. 024-12345678.`,
  badLetter: (given) => `"${given}" is no letter number: write a whole number; see shuangyue letters.`,
  badRating: (given, known) => `"${given}" is no rating: expected one of ${list(known)}.`,
  badFigure: (given) => `"${given}" is no figure: write 30, or 2=30 for the second target.`,
  figureTwice: 'One target has two figures; write several targets as 1=30, 2=45.',
  badEmail: (given) => `"${given}" is no mail address: write e.g. zhang@ln.example.`,
  badPost: (given, known) => `There is no post "${given}": expected one of ${list(known)}.`,
  contactNeeds: 'Give post, name and address: shuangyue contact gxt liaison-a Zhang zhang@ln.example.',
  badEdits: (file) =>
    `File ${file} holds no edits: expected JSON, as bulletin show --json prints it, or place → new text.`,
  cannotRead: (file) => `Cannot read file ${file}; check its path and rights.`,
  answerNeedsBy: 'Say how the party told it: add --by telephone, or --by "letter 2026/1".',
  emptyAnswer: 'The answer is empty: give at least one of --rating, --figure, --progress, --unchanged; see --help.',
  releaseNeedsParty: 'The mail does not tell its party: add --party CODE.',
  signWhich: 'Name the letters to sign, or say --all: one of the two.',
  noNextRound: 'All rounds of the year have been opened.',
  noBulletin: (round) =>
    `${round === undefined ? 'No bulletin yet' : `No bulletin of ${round}`}: it is drafted when the round has closed.`,
  unknownMail: (given) => `No mail id begins with "${given}"; see shuangyue mail held.`,
  severalMails: (given, count) => `${count} mail ids begin with "${given}"; write more of it.`,
  extended: (until) => `The answer is due ${until} now.`,
  excused: (round) => `Excused from ${round}.`,
  returned: (until) => `Returned, to be mended by ${until}.`,
  accepted: 'Accepted; it is asked no more.',
  reassigned: (name) => `Led by ${name} from now on.`,
  withdrawn: 'Withdrawn; it is asked no more.',
  paused: (campaign) =>
    `Campaign ${campaign} is paused: steps are frozen, answers are taken. Go on with shuangyue resume.`,
  resumed: (campaign) => `Campaign ${campaign} goes on; its steps have moved.`,
  askClose: (campaign) => `End campaign ${campaign}? Its tasks and desks end for good.`,
  notClosed: 'Not ended.',
  closed: (campaign) => `Campaign ${campaign} has ended; its histories are being exported.`,
  roundOpened: (round) => `Round ${round} is opening; the letters leave at once.`,
  roundClosing: (round) => `Round ${round} is closing; the bulletin is drafted next.`,
  stopped: (party, until) => `No letters to ${party} until ${until}; then one for all.`,
  contactChanged: (party, post, name, email) => `${party}, ${post}: now ${name} <${email}>.`,
  nothingToSign: 'No escalation letter waits for a signature.',
  signOutcome: {
    sent: 'signed and sent.',
    'needs-second': 'signed; another coordinator has to sign as well.',
    withheld: 'withheld: not clear to be sent yet; see shuangyue status.',
    lapsed: 'lapsed: answered, or the round has closed.',
  },
  released: (party, round, answers) => `Taken: ${counted(answers, 'answer')} of ${party} in ${round}.`,
  mailRefused: 'Not taken; the mail is kept as it arrived.',
  bulletinApproved: (round, version) => `Bulletin ${round}, version ${version}: approved and published.`,
  bulletinEdited: (round, version) => `Bulletin ${round} is version ${version} now, to be approved.`,
  bulletinReturned: (round) => `Bulletin ${round} is drafted anew.`,
  needsYes: 'Nobody is here to say yes; read the summary, then add --yes.',
  needsWhy: 'Say what is to be mended: add --why "reason".',
  cannotWrite: (file) => `File ${file} cannot be written; is its folder there, and may you write to it?`,
  fileThere: (file) => `File ${file} is there already and may hold your changes; choose another name or move it away.`,
  folderNotEmpty: (folder) => `Folder ${folder} is not empty; choose a new or an empty one.`,
  noAttachments: (task) => `The last answer to task ${task} came without attachments; see shuangyue history ${task}.`,
  attachmentsSaved: (paths) =>
    `${counted(paths.length, 'attachment')} saved:\n${paths.map((path) => `  ${path}`).join('\n')}`,
  nothingToExport: 'There is no such letter that is written; see shuangyue letters.',
  lettersExported: (count, folder, left) =>
    `${counted(count, 'document')} and their list (.csv) are in ${folder}.${left === 0 ? '' : ` ${left} left out: not written yet, called off, or a bulletin.`}`,
  badBulletinFile: (file) => `"${file}" does not say what to save: its name must end in .docx or .html.`,
  badRegisterFile: (file) => `"${file}" does not say what to save: its name must end in .xlsx or .yaml.`,
  registerExported: (path, tasks, parties) =>
    `Register of ${counted(tasks, 'task')} and ${counted(parties, 'party', 'parties')} saved as ${path}.`,
  exportLoses: (file, lost) =>
    `Register not saved: ${file} would not hold ${lost.slice(0, 3).join(', ')} as it is written (${lost.length} in all).`,
  bulletinSaved: (round, version, path) => `Bulletin of ${round}, version ${version}, saved as ${path}.`,
  wordFindings: { figure: 'figure', fixed: 'not to be changed', change: 'changed', note: 'note', comment: 'comment' },
  wordUnchanged: 'No text was changed; nothing was stored.',
  wordUnconfirmed: (ways) => `Nothing was stored yet: if all of this is meant, run it again with ${ways}.`,
  noCampaign: (ended) =>
    ended.length === 0
      ? 'No campaign is running; start one with shuangyue start FILE --year YEAR.'
      : `No campaign is running; name an ended one (${list(ended)}) by --campaign.`,
  whichCampaign: (known) => `${known.length} campaigns are running (${list(known)}); say which by --campaign.`,
  unknownCampaign: (given, known) => `There is no campaign "${given}"; known: ${list(known) || 'none'}.`,
  whoOrders: (known) => `Say who orders this: add --as CODE (${list(known)}).`,
  unknownCoordinator: (given, known) => `"${given}" is no coordinator of this campaign; known: ${list(known)}.`,
  askWhom: 'Name the parties to ask, or --all; one of the two.',
  contactAsked: (party) => `${party}: the liaison is asked to confirm.`,
  contactRefused: (change) => `Change ${change} is refused; the entry stays as it is.`,
  nothingToUndo: (change) =>
    `Change ${change} was not applied, or the post was vacant before; see shuangyue contacts changes --all.`,
  changedSince: (change) =>
    `The post has changed again since change ${change}; enter the holder with shuangyue contact.`,
  unknownChange: (given) => `There is no change of contacts "${given}"; see shuangyue contacts changes --all.`,
  mailStillHeld: (mail) => `The mail still waits for other reasons; see shuangyue mail show ${mail}.`,
  historyOfWhom: 'Name the party whose posts you ask for: shuangyue contacts gxt --history.',
  unknownParty: (given, near) => `There is no party "${given}".${hint(near)} See shuangyue contacts.`,
  noOpenRound: 'No round is open; name one by --round, e.g. --round 2026-3.',
  registerBroken: (file, count) => `Register ${file} has ${counted(count, 'problem')}; all must be mended first.`,
  registerDiffers: (campaign) =>
    `Campaign ${campaign} runs on another register; nothing was changed. Differences, and the commands that make them:`,
  askStart: 'Start now?',
  notStarted: 'Not started.',
  campaignEnded: (campaign) => `Campaign ${campaign} has ended and cannot start again; choose another --year.`,
  startedAs: {
    started: (campaign) => `Campaign ${campaign} has started. See shuangyue status --campaign ${campaign}`,
    finished: (campaign) => `Campaign ${campaign}: the start that had broken off is finished now.`,
    running: (campaign) => `Campaign ${campaign} is already running; nothing to do.`,
  },
  taskSaid: (task, said) => `Task ${task}: ${said}`,
  letterSaid: (letter, said) => `Letter ${letter}: ${said}`,
  notAllDone: (refused, all) => (all === 1 ? 'Not done.' : `${refused} of ${all} were not done; see above.`),
  workflows: {
    campaign: (_, id) => `The campaign (${id})`,
    round: (round, id) => `Round ${round} (${id})`,
    task: (number, id) => `Task ${number} (${id})`,
    desk: (desk, id) => `The desk of ${desk} (${id})`,
    bulletin: (round, id) => `The bulletin of round ${round} (${id})`,
    intake: (mail, id) => `Mail ${mail} (${id})`,
  },
  boardDown: (url) => `Cannot reach the server ${url}; is shuangyue up running, and does WEB_PORT agree?`,
  boardSlow: (url, seconds) =>
    `The server ${url} gave no answer in ${seconds} s; look at shuangyue status before trying again.`,
  boardFailed: (url, message, where) => `The server ${url} failed (${where}): ${message}`,
  notOurServer: (url) => `What answers at ${url} is not Shuangyue; check WEB_PORT and WEB_PUBLIC_URL.`,
  wrongKey: (url, message) => `The server ${url} does not take our key: ${message}`,
  noKey: (home) => `No key in ${home}; run this where shuangyue up runs, or set SHUANGYUE_HOME or API_KEY.`,
  anyPort: (port, instead) =>
    `${port} is 0 (any port): the client cannot know where to connect; set it, or ${instead}.`,
  engineDown: (address) => `Cannot reach Temporal at ${address}; is shuangyue up running?`,
  noNamespace: (namespace, address) =>
    `Temporal at ${address} has no namespace ${namespace}; check TEMPORAL_NAMESPACE.`,
  noAnswer: (seconds) =>
    `No answer in ${seconds} s: the worker may be down and the order without effect; check shuangyue status before trying again.`,
  notRunning: (name) => `${name} is not running: not started yet, or ended; see shuangyue status.`,
  mailDecided: (mail) => `Mail ${mail} has been decided already (or is not there); see shuangyue mail show ${mail}.`,
  orderFailed: (message) => `The order failed: ${message}`,
  ours: (message, debug) => `Our failure: ${message}${debug ? '' : ' (--debug shows more)'}`,
};
