-- The register of a campaign, its posts with history, its plan.
create table campaign (
  id            text primary key,
  year          integer not null,
  title         text not null,
  setup         jsonb not null,            -- CampaignSetup
  cadence       jsonb not null,            -- Cadence
  quiet_days    jsonb not null default '[]',
  register_hash text not null,
  anchored_at   timestamptz not null,      -- what a brisk cadence counts from; otherwise when it was started
  state         text not null default 'running' check (state in ('running', 'paused', 'closed')),
  started_by    text not null
);

create table party (
  campaign  text not null references campaign,
  code      text not null,
  name      text not null,
  full_name text not null,
  aliases   jsonb not null,
  kind      text not null check (kind in ('department', 'city')),
  relation  text not null,
  region    text,
  position  integer not null default 0,    -- place in the register, from 0
  primary key (campaign, code)
);

-- A post keeps every holder it had; the current one has until null.
create table post (
  id         serial primary key,
  campaign   text not null,
  party      text not null,
  kind       text not null check (kind in ('liaison-a', 'liaison-b', 'section', 'office', 'head')),
  name       text not null,
  email      text not null,
  since      timestamptz not null,
  until      timestamptz,
  bounced_at timestamptz,                  -- the address refused a letter for good
  changed_by text not null,
  why        text,
  foreign key (campaign, party) references party
);
create unique index post_current on post (campaign, party, kind) where until is null;
create index post_email on post (lower(email));

create table task (
  campaign    text not null references campaign,
  number      integer not null,
  area        text not null,
  aspect      text not null,
  principle   text not null,
  title       text not null,
  requirement text not null,
  goal        text not null,
  lead        text not null,
  support     jsonb not null,
  targets     jsonb not null,
  deadline    date not null,
  -- projection of the task workflow, written only with a transition
  standing    text not null default 'idle',
  mark        text check (mark in ('answered', 'late')),
  round       text,
  answer_by   timestamptz,                 -- of this task in this round; an extension or reassignment moves it
  sequence    integer not null default 0,
  rating      text,                        -- 核定, the coordinator's
  primary key (campaign, number),
  foreign key (campaign, lead) references party
);

create table round (
  campaign    text not null references campaign,
  id          text not null,
  period      text not null,
  cutoff      date not null,
  opens_at    timestamptz not null,
  answer_by   timestamptz not null,
  closes_at   timestamptz not null,
  provisional boolean not null,
  ladder      jsonb not null,              -- readonly Step[]
  state       text not null default 'planned' check (state in ('planned', 'open', 'closing', 'closed')),
  primary key (campaign, id)
);

-- Everything a person decided or the procedure did, in the words of a coordinator.
create table journal (
  id       serial primary key,
  campaign text,
  at       timestamptz not null,
  by       text not null,                  -- coordinator code, party code, or 'system'
  act      text not null,
  task     integer,
  round    text,
  party    text,
  why      text,
  detail   jsonb
);
create index journal_campaign on journal (campaign, id);

-- Content-addressed; the bytes lie in the file store.
create table file (
  hash      text primary key,              -- sha256, hex
  bytes     integer not null,
  media     text not null,
  stored_at timestamptz not null
);

-- A change of a post that waits to be applied by its desk, so that the address never passes through Temporal.
create table contact_change (
  id         serial primary key,
  campaign   text not null,
  party      text not null,
  kind       text not null,
  name       text not null,
  email      text not null,
  asked_by   text not null,
  asked_at   timestamptz not null,
  why        text,
  applied_at timestamptz
);
