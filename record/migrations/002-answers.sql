-- One arriving mail. `raw` is its sha256: the same bytes are the same mail.
create table mail (
  id            text primary key,          -- first 32 hex digits of raw
  raw           text not null unique references file (hash),
  received_at   timestamptz not null,
  envelope_from text not null,
  envelope_to   jsonb not null,
  account       text,                      -- IMAP position, for mail that was fetched
  mailbox       text,
  uidvalidity   bigint,                    -- both are unsigned 32-bit (RFC 9051)
  uid           bigint,
  from_address  text,
  subject       text,
  message_id    text,
  campaign      text,
  round         text,
  party         text,
  letter        integer,                   -- the letter it answers or bounces
  kind          text check (kind in ('answer', 'acknowledgement', 'automatic', 'bounce', 'other')),
  state         text not null default 'received' check (state in ('received', 'delivered', 'noted', 'held', 'released', 'refused')),
  reasons       jsonb not null default '[]',
  decided_by    text,
  decided_at    timestamptz,
  why           text,
  unique (account, mailbox, uidvalidity, uid)
);
create index mail_state on mail (campaign, state);
create index mail_party on mail (campaign, party);

-- Stored first; safe from then on. The task workflow accounts it afterwards.
create table answer (
  id           serial primary key,
  campaign     text not null,
  task         integer not null,
  round        text not null,
  answer_id    text not null,              -- chosen by who brought it; the same id is the same answer
  version      integer not null,           -- 1, 2, … within task and round
  party        text not null,
  channel      text not null check (channel in ('reply', 'form', 'sheet', 'coordinator')),
  by           text not null,              -- address, post or coordinator code
  received_at  timestamptz not null,
  content      jsonb not null,             -- AnswerContent
  questions    jsonb not null default '[]',
  mail         text references mail,
  accounted_at timestamptz,                -- null until the task has judged it
  outcome      text,                       -- 'answered' | 'late' | 'correction' | 'afterClose' | 'held'
  unique (campaign, task, round, answer_id),
  unique (campaign, task, round, version),
  foreign key (campaign, task) references task
);
create index answer_round on answer (campaign, round, task, version);
create index answer_unaccounted on answer (campaign) where accounted_at is null;

create table transition (
  id       serial primary key,
  campaign text not null,
  task     integer not null,
  round    text not null,
  sequence integer not null,
  event    text not null,
  before   text not null,
  after    text not null,
  at       timestamptz not null,
  by       text not null,
  why      text,
  detail   jsonb,
  unique (campaign, task, round, sequence)
);

-- The bulletin's versions; figures carry the answer and version they came from inside `model`.
create table bulletin (
  campaign     text not null,
  round        text not null,
  version      integer not null,
  issue        integer not null,           -- 第{期}期
  state        text not null check (state in ('draft', 'returned', 'approved', 'published')),
  model        jsonb not null,
  html         text not null references file (hash),
  composed_at  timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  published_at timestamptz,
  why          text,
  primary key (campaign, round, version)
);
