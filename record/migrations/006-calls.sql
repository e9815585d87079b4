-- What became of a call, and what it told of the four questions; calls of before have only their note.
alter table call add column outcome text check (outcome in ('reached', 'no-answer', 'wrong-number'));
alter table call add column said jsonb not null default '{}';
create index mail_letter on mail (letter) where letter is not null;
