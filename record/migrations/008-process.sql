-- Worker processes that share the record. One that lives counts its beats up; `letter.sending_by` is a boot_id.
create table process (
  boot_id    text primary key,
  host       text not null,
  pid        integer not null,
  system     text,                         -- kernel boot and process namespace: who may look for `pid`
  start      text,                         -- tells the process from a later one of the same number
  started_at timestamptz not null,
  beats      bigint not null default 0
);

-- Where the whole record was moved to; one that bears a line is not opened any more.
create table moved (
  destination text not null,
  at          timestamptz not null
);
