-- What stands on a party's page before it is handed in, as typed; no account, the link is the key.
create table form_draft (
  campaign text not null,
  round    text not null,
  party    text not null,
  fields   jsonb not null,                 -- name of an input → what stands in it
  saved_at timestamptz not null,
  primary key (campaign, round, party),
  foreign key (campaign, party) references party
);

-- From where a party's page was used: a link that was passed on shows here.
create table form_use (
  campaign  text not null,
  round     text not null,
  party     text not null,
  address   text not null,                 -- of the peer; behind a proxy that of the proxy
  agent     text not null,                 -- the browser's own word
  first_at  timestamptz not null,
  last_at   timestamptz not null,
  opened    integer not null default 0,
  submitted integer not null default 0,
  primary key (campaign, round, party, address, agent),
  foreign key (campaign, party) references party
);
