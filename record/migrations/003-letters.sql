-- One mail out. `key` is campaign/addressee/instant/n: a second attempt to write the same letter finds the first.
create table letter (
  id          serial primary key,
  key         text not null unique,
  campaign    text not null,
  round       text,
  desk        text not null,               -- party code, 'office' or 'coordinators'
  kind        text not null check (kind in
              ('opening', 'reminder', 'calls', 'overdue', 'second-overdue', 'escalation', 'settled', 'receipt', 'return', 'handover', 'unfounded', 'bulletin', 'report', 'note')),
  planned_at  timestamptz not null,
  recipients  jsonb not null default '[]', -- addresses, as sent
  copies      jsonb not null default '[]',
  subject     text,
  message_id  text not null,
  token       text not null unique,        -- reply token; its mac is not stored
  body        jsonb,                       -- what the composer was given, for letters without notices
  raw         text references file (hash),
  state       text not null check (state in ('drafted', 'ready', 'sending', 'sent', 'doubtful', 'refused', 'cancelled', 'lapsed')),
  sending_by  text,                        -- boot id of the process that is sending
  attempts    integer not null default 0,
  composed_at timestamptz,
  sent_at     timestamptz,
  signed_by   text,
  seconded_by text,
  signed_at   timestamptz,
  document_no text,                        -- 文号 of a 督办函
  bounced_at  timestamptz,
  failure     text
);
create index letter_state on letter (campaign, state);
create index letter_desk on letter (campaign, desk, round);
create index letter_message_id on letter (message_id);

-- One task's step that is due to one desk at a planned instant.
create table notice (
  id         serial primary key,
  campaign   text not null,
  task       integer not null,
  round      text not null,
  step       text not null check (step in ('opening', 'reminder', 'overdue', 'second-overdue', 'escalation', 'return', 'return-reminder', 'handover', 'settled', 'unfounded')),
  desk       text not null,
  planned_at timestamptz not null,
  state      text not null default 'due' check (state in ('due', 'claimed', 'dropped', 'cancelled', 'withheld', 'lapsed', 'sent')),
  letter     integer references letter,
  why        text,                         -- reason of withheld, or what is to be mended in a return
  unique (campaign, task, round, step, desk, planned_at)
);
create index notice_due on notice (campaign, desk, planned_at) where state in ('due', 'withheld');
create index notice_state on notice (campaign, state);
create index notice_letter on notice (letter);

-- Calls to silent departments: who rang, what was said.
create table call (
  id       serial primary key,
  campaign text not null,
  round    text not null,
  party    text not null,
  by       text not null,
  at       timestamptz not null,
  note     text not null
);
create index call_party on call (campaign, round, party);

-- What coordinators are to know; the coordinators' desk merges the notes of one instant into one letter.
create table note (
  id         serial primary key,
  campaign   text not null,
  about      text not null,                -- business key: the same matter is told once
  planned_at timestamptz not null,
  text       text not null,
  letter     integer references letter,
  unique (campaign, about)
);
create index note_due on note (campaign, planned_at) where letter is null;
