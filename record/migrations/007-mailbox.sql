-- When the watched inbox was last found to hold nothing that is not taken: the gate before a head asks.
create table mailbox_look (
  account text not null,
  mailbox text not null,
  seen_at timestamptz not null,             -- all that had arrived by then is taken
  primary key (account, mailbox)
);
