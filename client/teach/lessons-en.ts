import { lesson, type Lessons } from './lesson.js';
import { englishSteering } from './steering-lessons-en.js';

export const englishLessons: Lessons = {
  'register check': lesson(
    'Before a start, and after every change to the register.',
    ['register check register.xlsx', 'register check register.yaml --json'],
    'Mend what is listed; then look at plan.',
    'With one problem left nothing is started.',
  ),
  'sheet inspect': lesson(
    'When a department says that its sheet was filled in, and you want to see how it is read.',
    ['sheet inspect sheet.xlsx', 'sheet inspect sheet.xlsx --json'],
    'Cells to be looked at are listed one by one; the others count.',
    "A sheet that we did not sign, or another party's or round's, answers no task.",
  ),
  plan: lesson(
    'To see the dates of the year before anything is started.',
    ['plan register.yaml --year 2026', 'plan register.yaml --year 2026 --json'],
    'Nothing is started; if the dates suit, use start.',
    'No letters on make-up weekends or on the last workday before a long holiday.',
  ),
  start: lesson(
    'Register checked, dates suit; shuangyue up is running.',
    [
      'start register.yaml --year 2026',
      'start register.yaml --year 2026 --brisk',
      'start register.yaml --year 2026 --yes --as zqb1',
    ],
    'The opening letters leave by themselves on the first day. A start that broke off is repeated.',
    'A running campaign never changes its register; differences are listed with their commands.',
  ),
  status: lesson(
    'Every morning: which day it is, who is silent, what waits for you.',
    ['status', 'status --party gxt', 'status --watch 60'],
    'Below each thing that waits stands the command to copy.',
    'Late stays late; missing is missing, never the last value.',
  ),
  task: lesson(
    'To see how one task stands now and what it said last.',
    ['task 17', 'task 17 --files evidence', 'task 17 --json'],
    'history tells all of it.',
  ),
  history: lesson(
    'When somebody asks what happened to a task.',
    ['history 17', 'history 17 --round 2', 'history 17 --json'],
    'Changes, answers, letters, calls and mail in one order, by whom and why.',
    'Nothing that arrived is removed; a correction is a new version.',
  ),
  letters: lesson(
    'To see whether a letter left, or to check one before signing.',
    ['letters --state doubtful', 'letters --kind escalation --round 2', 'letters 41'],
    'Sign what is right; mend an address by contact.',
    'One letter per addressee and instant.',
  ),
  report: lesson(
    'After a round, to see who has missed two in a row.',
    ['report', 'report --party gxt', 'report --to report.txt'],
    'People check it and pass it on.',
    'Above the head nothing is automatic.',
  ),
  contacts: lesson(
    'To look up liaisons, addresses, numbers, or who held a post.',
    ['contacts gxt', 'contacts gxt --history', 'contacts check'],
    'Changes are made by contact.',
    'Letters go to posts, not to persons.',
  ),
  'contacts check': lesson(
    'Before a round opens.',
    ['contacts check', 'contacts check --json'],
    'Below each finding stands its command.',
  ),
  'contacts ask': lesson(
    'To have contacts confirmed now.',
    ['contacts ask gxt --as zqb1', 'contacts ask --all --as zqb1'],
    'The liaison gets a letter with a link; decide on what comes by contacts changes.',
  ),
  'contacts changes': lesson(
    'To see what parties asked to change.',
    ['contacts changes', 'contacts changes --all'],
    'Approve or refuse each.',
  ),
  'contacts approve': lesson(
    'A change was checked and is right.',
    ['contacts approve 7 --as zqb1'],
    'Letters use the new address; former holders are kept.',
  ),
  'contacts refuse': lesson(
    'A change is not right.',
    ['contacts refuse 7 --why "not confirmed" --as zqb1'],
    'The entry stays as it is.',
  ),
  'contacts undo': lesson(
    'A change that was approved was wrong.',
    ['contacts undo 7 --as zqb1'],
    'The entry before it is put back.',
  ),
  'letters export': lesson(
    'Letters go by the document exchange.',
    ['letters export --to folder --kind escalation --round 2'],
    'A Word file for each letter, and a list.',
    'No file is overwritten.',
  ),
  'register export': lesson(
    'To go on with a register in Excel, or in YAML.',
    ['register export register.yaml --to register.xlsx'],
    'The content is the same; check it again after changes.',
  ),
  calls: lesson(
    'On the day answers are due, and after.',
    ['calls', 'calls log gxt "in sign-off, tomorrow" --as zqb1', 'calls --json'],
    'Log each call; later letters say that you rang.',
    'Four questions and no others; never ring the head.',
  ),
  'calls list': lesson(
    'To see whom to ring.',
    ['calls', 'calls list --json'],
    'Those not rung yet come first; log by calls log.',
  ),
  'calls log': lesson(
    'As soon as you put the telephone down.',
    [
      'calls log gxt "in sign-off, tomorrow" --as zqb1',
      'calls log gxt --received yes --stuck sign-off --expected 04-28 --as zqb1',
      'calls log gxt --outcome no-answer --as zqb1',
    ],
    'A wish for time or another contact gives the next command.',
    'A call changes no standing; figures told are entered by answer.',
  ),
  mail: lesson(
    'While mail is held.',
    ['mail held', 'mail show 3f9a', 'mail release 3f9a --as zqb1'],
    'Take or refuse each.',
    'What cannot be trusted or placed is held, never dropped.',
  ),
  'mail held': lesson(
    'To see what waits for your judgement, and why.',
    ['mail held', 'mail held --json'],
    'Read it by mail show, then release or refuse; files are entered on the board, or by answer --mail.',
    "A head is not written to while its party's mail is held.",
  ),
  'mail show': lesson(
    'To read a mail.',
    ['mail show 3f9a', 'mail show 3f9a --json'],
    'The beginning of the id is enough.',
  ),
  'mail inspect': lesson(
    'To see what the intake would make of a mail, or of a folder of old ones.',
    ['mail inspect reply.eml', 'mail inspect mails/ --json'],
    'The judge is the same as at the office; nothing runs and nothing is changed.',
  ),
  'mail release': lesson(
    'It is an answer: count it.',
    ['mail release 3f9a --as zqb1', 'mail release 3f9a --party gxt --task 17 --round 2 --as zqb1'],
    'It is counted and a receipt goes out.',
    'In time means when it reached our server, not when it is released.',
  ),
  'mail refuse': lesson(
    'It is no answer, or was dealt with.',
    ['mail refuse 3f9a --why twice --as zqb1', 'mail refuse 3f9a --as zqb1'],
    'It is not counted; the original is kept.',
  ),
  bulletin: lesson(
    'After a round has closed.',
    ['bulletin show', 'bulletin approve --as zqb1', 'bulletin edit --from draft.json --as zqb1'],
    'Approving publishes it.',
    'Every figure points to its answer and version.',
  ),
  'bulletin list': lesson(
    'To see where each bulletin is.',
    ['bulletin list', 'bulletin list --json'],
    'Read one by bulletin show.',
  ),
  'bulletin show': lesson(
    'To read it before approval, or take it out as a document.',
    ['bulletin show', 'bulletin show 2026-2 --to bulletin.docx'],
    'Then edit, return or approve.',
    'No file is overwritten.',
  ),
  'bulletin approve': lesson(
    'It is right: sign it.',
    ['bulletin approve --as zqb1', 'bulletin approve --name-silent --as zqb1'],
    'It is published and mailed at once; later changes are corrections.',
    'The signer decides on names: without --name-silent nobody is named.',
  ),
  'bulletin edit': lesson(
    'To change its texts.',
    ['bulletin show --json > draft.json', 'bulletin edit --from draft.json --as zqb1'],
    'A new version, still to be approved.',
    'Figures in changed places lose their source and are noted.',
  ),
  'bulletin return': lesson(
    'Figures are wrong: have it drafted anew.',
    ['bulletin return --why "task 17 is wrong" --as zqb1'],
    'It is drafted again from the answers.',
  ),
  sign: lesson(
    'When escalation letters are drafted. Check them first.',
    ['letters 41', 'sign 41 --as zqb1', 'sign --all --as zqb1'],
    'The letter goes to the head; an answer before that cancels it.',
    'More than five at once need two signatures; doubts hold a letter back.',
  ),
  answer: lesson(
    'A party told by telephone or on paper, or sent nothing but a file.',
    [
      'answer 17 --by telephone --rating onTrack --figure 30 --as zqb1',
      'answer 17 --by "letter 2026/1" --unchanged --as zqb1',
      'answer 17 --mail 3f9a --rating onTrack --progress "40 lots tested" --as zqb1',
    ],
    'It counts at once and stops the ladder.',
    "You enter the party's word, not your own judgement.",
  ),
  extend: lesson(
    'A party has a reason to be late.',
    ['extend 17 --until 04-30 --as zqb1', 'extend 17-21 --until 04-30 --why "no data yet" --as zqb1'],
    'The ladder is planned anew.',
    'At most until the round closes; later rounds are untouched.',
  ),
  excuse: lesson(
    'Nothing is to be told in this round.',
    ['excuse 17 --why "nothing due" --as zqb1', 'excuse 17 18 --as zqb1'],
    'Not chased in this round; the next one asks again.',
  ),
  return: lesson(
    'An answer lacks something or is wrong.',
    ['return 17 --why "no evidence" --as zqb1'],
    'Three workdays to mend it; one reminder.',
    'In time stays in time; heads are not told; the reason is printed in the letter.',
  ),
  accept: lesson(
    'A task is done and checked.',
    ['accept 17 --as zqb1', 'accept 17 --rating done --as zqb1'],
    'It is asked no more.',
    'There is no way back: look at history first.',
  ),
  ...englishSteering,
};
