-- What liaisons confirm, changes of a post that wait for a coordinator, and links that stop working with their holder.
alter table post
  add column asked_at     timestamptz,       -- when its holder was last asked to confirm
  add column confirmed_at timestamptz;       -- when the party last said that the entry is right

alter table party
  add column link_version integer not null default 1;  -- form links of a lower version are refused

alter table contact_change
  add column source       text not null default 'coordinator' check (source in ('coordinator', 'page', 'reply')),
  add column state        text not null default 'asked' check (state in ('asked', 'held', 'applied', 'refused')),
  add column effective_on date,              -- from when, in the party's own words
  add column doubts       jsonb not null default '[]', -- Chinese sentences: why it is held
  add column mail         text references mail,
  add column replaces     integer references post,     -- the holder that went
  add column decided_by   text,
  add column decided_at   timestamptz;
update contact_change set state = 'applied' where applied_at is not null;
create index contact_change_state on contact_change (campaign, state);

alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in
  ('opening', 'reminder', 'calls', 'overdue', 'second-overdue', 'escalation', 'settled', 'receipt', 'return', 'handover', 'unfounded', 'bulletin', 'report', 'note', 'contacts'));
