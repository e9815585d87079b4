-- What its receipt says of a mail beside its answers, as it was read when it was judged or released.
alter table mail add column remarks jsonb;
