import { Command } from 'commander';
import { openClient, type ClientDeps } from './client-deps.js';
import { addAccept } from './commands/accept.js';
import { addAnswer } from './commands/answer.js';
import { addBulletin } from './commands/bulletin.js';
import { addClose } from './commands/close.js';
import { addCloseRound } from './commands/close-round.js';
import { addCalls } from './commands/calls.js';
import { addContact } from './commands/contact.js';
import { addContacts } from './commands/contacts.js';
import { addExcuse } from './commands/excuse.js';
import { addExtend } from './commands/extend.js';
import { addCompletion } from './commands/completion.js';
import { addHelp } from './commands/help.js';
import { addHistory } from './commands/history.js';
import { addInit } from './commands/init.js';
import { addLetters } from './commands/letters.js';
import { addLink } from './commands/link.js';
import { addMail } from './commands/mail.js';
import { addOpenRound } from './commands/open-round.js';
import { addPause } from './commands/pause.js';
import { addPlan } from './commands/plan.js';
import { addReassign } from './commands/reassign.js';
import { addRegister } from './commands/register.js';
import { addResume } from './commands/resume.js';
import { addReport } from './commands/report.js';
import { addReturn } from './commands/return.js';
import { addSheet } from './commands/sheet.js';
import { addSign } from './commands/sign.js';
import { addStart } from './commands/start.js';
import { addStatus } from './commands/status.js';
import { addStop } from './commands/stop.js';
import { addTask } from './commands/task.js';
import { addWithdraw } from './commands/withdraw.js';
import { versionOfProject } from '../config/project-root.js';
import { teach } from './teach/teach.js';
import { speakTheirLanguage } from './program-language.js';

type AddCommand = (program: Command, deps: ClientDeps) => void;

/** In the order of the help: preparing, starting, looking, deciding, steering. */
const groups: readonly (readonly [
  heading: 'prepare' | 'look' | 'decide' | 'steer',
  commands: readonly AddCommand[],
])[] = [
  ['prepare', [addInit, addRegister, addPlan, addStart]],
  ['look', [addStatus, addTask, addHistory, addLetters, addReport, addContacts]],
  [
    'decide',
    [addCalls, addMail, addSheet, addSign, addBulletin, addAnswer, addExtend, addExcuse, addReturn, addAccept],
  ],
  [
    'steer',
    [
      addReassign,
      addWithdraw,
      addContact,
      addLink,
      addStop,
      addPause,
      addResume,
      addOpenRound,
      addCloseRound,
      addClose,
    ],
  ],
];

/** The coordinators' command line; whoever starts it may add commands of its own before it is run. */
export function createClientProgram(deps: ClientDeps = openClient()): Command {
  const program = new Command('shuangyue').description(deps.words.help.program);
  speakTheirLanguage(program, deps);
  program
    .option('--debug', deps.words.help.debug)
    .version(versionOfProject(), '-V, --version', deps.words.help.version);
  for (const [heading, commands] of groups) {
    program.commandsGroup(deps.words.help.groups[heading]);
    for (const add of commands) add(program, deps);
  }
  program.commandsGroup(deps.words.help.groups.other);
  addHelp(program, deps);
  addCompletion(program, deps);
  teach(program, deps);
  return program;
}
