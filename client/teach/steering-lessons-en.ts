import { lesson, type Lessons } from './lesson.js';

/** Of the commands that change what a campaign does from here on. */
export const englishSteering: Lessons = {
  reassign: lesson(
    'A task has another lead.',
    ['reassign 17 --to kjt --why reform --as zqb1'],
    'The old lead is told, the new one gets an opening letter and its own time.',
    'Marks that were earned stay.',
  ),
  withdraw: lesson(
    'A task is dropped.',
    ['withdraw 17 --why "part of 18" --as zqb1'],
    'It is asked no more; the bulletin says withdrawn.',
  ),
  contact: lesson(
    'A post has a new holder, or its address bounces.',
    [
      'contact gxt liaison-a Zhang zhang@ln.example --as zqb1',
      'contact gxt liaison-a Zhang zhang@ln.example --phone 024-12345678 --as zqb1',
    ],
    'Letters use the new address; former holders are kept.',
  ),
  link: lesson(
    'A form link went to the wrong person, leaked, or its letter cannot be found.',
    ['link show gxt', 'link revoke gxt --as zqb1'],
    'A revoked link opens nothing any more.',
  ),
  'link show': lesson(
    'A liaison cannot find the letter, or a link may have been passed on.',
    ['link show gxt'],
    'The link of the open round, and the addresses it was opened and handed in from.',
  ),
  'link revoke': lesson(
    'A link leaked.',
    ['link revoke gxt --why "sent to a stranger" --as zqb1'],
    'Links sent to the party open nothing any more and a new one is shown; answers stay.',
  ),
  stop: lesson(
    'A party cannot be written to for a while.',
    ['stop gxt --until 05-10 --as zqb1'],
    'Then one letter tells it all.',
    'Answers are taken; dates stay.',
  ),
  pause: lesson(
    'Something greater happens: all steps wait.',
    ['pause --why floods --as zqb1'],
    'Steps are frozen until resume.',
    'Answers are always taken.',
  ),
  resume: lesson('After a pause.', ['resume --as zqb1'], 'Steps move by the workdays paused.'),
  'open-round': lesson(
    'The next round is to open early.',
    ['open-round --as zqb1', 'open-round 3 --as zqb1'],
    'The opening letters leave at once.',
    'One that would close after the next opening is refused.',
  ),
  'close-round': lesson(
    'All have answered, or you wait no longer.',
    ['close-round --as zqb1'],
    'Each task settles; the bulletin is drafted.',
    'The silent are missed for good.',
  ),
  close: lesson(
    'After the last bulletin of the year.',
    ['close --as zqb1', 'close --yes --as zqb1'],
    'Histories are exported; tasks and desks end.',
    'For good; refused while a round is open.',
  ),
};
