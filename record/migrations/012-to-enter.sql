-- Names of a mail's files that nobody could read by machine: a coordinator enters what they say.
alter table mail add column to_enter jsonb;
create index answer_mail on answer (mail) where mail is not null;
